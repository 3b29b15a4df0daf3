import type { Span } from "../../parsers/core/source.ts";
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

/** What checks of this service speak; undefined where a port's name decides. */
export function serviceOf({ service, settings, port, mark }: VirtualService): string | undefined {
  if (settings.has("service")) return service?.value;
  if (mark) return "none";
  if (!port || !/^\d+$/.test(port.value)) return undefined;
  return byPort[String(Number(port.value))] ?? "none";
}

export const checktypeOf = ({ checktype, settings }: VirtualService): string | undefined =>
  settings.has("checktype") ? checktype?.value : "negotiate";

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
