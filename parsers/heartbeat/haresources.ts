import schema from "../../schemas/haresources.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import type { Setting } from "../core/settings.ts";
import { span } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { heartbeatLines } from "./tokens.ts";

/** The address that an IPaddr resource brings up: `10.0.0.4/24/eth0/10.0.0.255`. */
export interface ServiceAddress {
  readonly ip: Setting<string>;
  /** Bits or a mask, as written. */
  readonly mask?: Setting<string>;
  readonly interface?: Setting<string>;
  readonly broadcast?: Setting<string>;
}

/** `script::argument::argument`; an address alone means IPaddr. */
export interface HaResource {
  readonly word: Word;
  /** The script in /etc/ha.d/resource.d or /etc/init.d; "IPaddr" for an address alone. */
  readonly script: Setting<string>;
  readonly args: readonly Setting<string>[];
  readonly address?: ServiceAddress;
}

/** One logical line: the node that the resources belong to, and the resources in the order of their start. */
export interface ResourceGroup {
  readonly node: Setting<string>;
  readonly resources: readonly HaResource[];
  readonly statement: Statement;
}

export interface Haresources {
  readonly groups: readonly ResourceGroup[];
}

/** What ResourceManager takes for an address: isip(). */
export const looksLikeAddress = (value: string): boolean => /^\d.*\.\d.*\.\d.*\.\d/.test(value);

const modelOf = ({ statements }: Tree): Haresources => ({
  groups: statements
    .filter(({ keyword }) => !keyword.hole)
    .map((statement) => ({
      node: { value: statement.keyword.value, word: statement.keyword, statement },
      resources: statement.args.filter(({ hole }) => !hole).map((word) => resourceOf(word, statement)),
      statement,
    })),
});

function resourceOf(word: Word, statement: Statement): HaResource {
  const pieces = split(word, /::/g, statement);
  const [first, ...rest] = pieces;
  const alone = looksLikeAddress(word.value) && rest.length === 0;
  const args = alone ? pieces : rest;
  const script = alone ? { ...first!, value: "IPaddr" } : first!;
  const [address] = /^IPaddr2?$/.test(script.value) ? args : [];
  return { word, script, args, ...(address ? { address: addressOf(address, statement) } : {}) };
}

function addressOf({ word }: Setting<string>, statement: Statement): ServiceAddress {
  const [ip, mask, ...more] = split(word, /\//g, statement);
  const broadcast = more.find(({ value }) => looksLikeAddress(value));
  const device = more.find((one) => one !== broadcast);
  return {
    ip: ip!,
    ...(mask ? { mask } : {}),
    ...(device ? { interface: device } : {}),
    ...(broadcast ? { broadcast } : {}),
  };
}

/** The pieces of a word between separators, each where it stands. */
function split(word: Word, separator: RegExp, statement: Statement): Setting<string>[] {
  const pieces: Setting<string>[] = [];
  let from = 0;
  const push = (to: number): void => {
    const value = word.value.slice(from, to);
    const at = span(word.at.source, word.at.start + from, word.at.start + to);
    pieces.push({ value, word: { kind: "word", value, at }, statement });
  };
  for (const match of word.value.matchAll(separator)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(word.value.length);
  return pieces;
}

/** /etc/ha.d/haresources: which node runs what, as the ResourceManager script of heartbeat 3.0.6 reads it. */
export const haresources: Format<Haresources> = templated({
  id: "haresources",
  title: "haresources",
  files: ["/etc/ha.d/haresources", "/etc/heartbeat/haresources"],
  names: ["haresources"],
  schema: schemaOf(schema),
  parse: (source) => heartbeatLines(source, "haresources"),
  model: modelOf,
});
