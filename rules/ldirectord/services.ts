import { once } from "../../parsers/core/remembered.ts";
import { keywordsOf } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import type { VirtualService } from "../../parsers/ldirectord/model.ts";

/** The service that ldirectord takes a port for (sub ld_port_to_service), by number and by the usual name in /etc/services. */
const byPort: Readonly<Record<string, string>> = {
  21: "ftp",
  25: "smtp",
  53: "dns",
  80: "http",
  110: "pop",
  119: "nntp",
  143: "imap",
  389: "ldap",
  443: "https",
  587: "submission",
  636: "ldaps",
  993: "imaps",
  995: "pops",
  1521: "oracle",
  1812: "radius",
  3128: "http_proxy",
  3306: "mysql",
  5060: "sip",
  5432: "pgsql",
};

/** The words that the table lists for a setting of a virtual service: another one is a mistake, told elsewhere. */
const listed = (setting: string, also: readonly string[] = []): ReadonlySet<string> =>
  new Set([...(keywordsOf(ldirectord.schema, "service")[setting]?.args?.[0]?.known ?? []), ...also]);

const services = once(() => listed("service"));
const checktypes = once(() => listed("checktype", ["combined"]));

const ifIn = (known: ReadonlySet<string>, word: string | undefined): string | undefined =>
  word !== undefined && known.has(word) ? word : undefined;

/** What checks of this service speak; undefined where a port's name decides, and where it is no service. */
export function serviceOf({ service, settings, port, mark }: VirtualService): string | undefined {
  if (settings.has("service")) return ifIn(services(), service?.value);
  if (mark) return "none";
  if (!port || !/^\d+$/.test(port.value)) return undefined;
  return byPort[String(Number(port.value))] ?? "none";
}

/** How it is checked; undefined where that is no type. */
export const checktypeOf = ({ checktype, settings }: VirtualService): string | undefined =>
  settings.has("checktype") ? ifIn(checktypes(), checktype?.value) : "negotiate";

/** Checks talk to the service, at least now and then. */
export const negotiates = (type: string): boolean => type === "negotiate" || type === "combined";

/** The protocol that counts. */
export function protocolOf({ protocol, settings, mark, port }: VirtualService): string | undefined {
  if (settings.has("protocol")) return protocol?.value;
  if (mark) return "fwm";
  return port && (port.value === "53" || port.value === "domain" ? "udp" : "tcp");
}

/** The word that a finding about the whole service stands at. */
export const headOf = ({ statement }: VirtualService): Span => (statement.args[0] ?? statement.keyword).at;

export const titleOf = ({ statement }: VirtualService): string =>
  `${statement.keyword.value} ${statement.args[0]?.value ?? ""}`.trim();
