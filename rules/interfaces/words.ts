import { once } from "../../parsers/core/remembered.ts";
import { keywordsOf } from "../../parsers/core/schema.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { nearest } from "../schema/suggest.ts";

/** The word that was probably meant: few letters away, or two neighbours exchanged ("atuo"). */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  const exchanged = candidates.find((one) => one !== word && isExchanged(word, one));
  return exchanged ?? nearest(word, candidates);
}

function isExchanged(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Where the name differs by more than its digits: eth2 is not a misspelt eth1. */
export const interfaceMeant = (name: string, candidates: readonly string[]): string | undefined =>
  meant(
    name,
    candidates.filter((one) => one.replace(/\d/g, "") !== name.replace(/\d/g, "")),
  );

/** A misspelt word that begins a stanza. */
export const headerMeant = (word: string): string | undefined =>
  meant(word, ["iface", "auto", "mapping", "source", "source-directory", "allow-hotplug", "no-auto-down"]);

const known = once(
  () => new Set(Object.keys(keywordsOf(interfaces.schema, "iface")).map((name) => name.replaceAll("-", "_"))),
);

/** Options of which a misspelling is worth a word: those that ifupdown itself reads or that clusters use. */
const common = [
  "address",
  "netmask",
  "broadcast",
  "network",
  "gateway",
  "metric",
  "pointopoint",
  "hwaddress",
  "pre-up",
  "post-up",
  "pre-down",
  "post-down",
  "dns-nameservers",
  "dns-search",
  "bond-slaves",
  "bond-master",
  "bond-miimon",
  "bridge_ports",
  "vlan-raw-device",
];

/** The option that was probably meant by one that nobody is known to read. `-` and `_` are the same for every hook. */
export function optionMeant(name: string): string | undefined {
  const plain = name.replace(/\?$/, "");
  if (known().has(plain.replaceAll("-", "_"))) return undefined;
  return meant(plain, common);
}
