import { once } from "../../parsers/core/remembered.ts";
import { type KeywordDef, keywordsOf } from "../../parsers/core/schema.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";

const defs = once(() => keywordsOf(sysctl.schema, sysctl.schema.root));
const known = once(
  () => new Set([...Object.keys(defs()).map(anyInterface), ...(sysctl.schema.names?.setting?.known ?? [])]),
);

/** The key with `*` for the interface: "net.ipv4.conf.*.arp_ignore". */
export function anyInterface(key: string): string {
  return key.replace(/^(net\.ipv[46]\.(?:conf|neigh))\.[^.]+\./, "$1.*.");
}

/** What the schema says of a key; undefined for the many that it does not describe. */
export const defOf = (key: string): KeywordDef | undefined => {
  const name = Object.hasOwn(defs(), key) ? key : anyInterface(key);
  return Object.hasOwn(defs(), name) ? defs()[name] : undefined;
};

export const isKnown = (key: string): boolean => known().has(anyInterface(key));

/** Keys of the schema, in which a misspelling is looked for. */
export const described = once((): readonly string[] => Object.keys(defs()));
