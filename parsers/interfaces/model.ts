import type { Statement, Tree, Word } from "../core/tree.ts";

/** One line of a stanza. `value` is the rest of the line. */
export interface Option {
  readonly name: string;
  readonly keyword: Word;
  readonly value?: Word;
  readonly statement: Statement;
}

/** `iface NAME FAMILY METHOD [inherits OTHER]` with its options. */
export interface Stanza {
  readonly name: Word;
  /** As written: "inet". A family that is inherited is in `family`. */
  readonly familyWord?: Word;
  readonly methodWord?: Word;
  /** The word after `inherits`; `inherits` without one has no name to point at. */
  readonly inherits?: { readonly keyword: Word; readonly name?: Word };
  /** A word that ifupdown does not understand and ignores. */
  readonly extra?: Word;
  readonly family?: string;
  readonly method?: string;
  /** The stanza whose options come before its own: the first with that name, and of this family where one is written. */
  readonly parent?: Stanza;
  readonly options: readonly Option[];
  readonly statement: Statement;
}

/** `auto` or `allow-CLASS`: interfaces that something brings up by itself. */
export interface Selection {
  /** "auto" for `auto` and `allow-auto`, "hotplug" … */
  readonly class: string;
  readonly names: readonly Word[];
  readonly statement: Statement;
}

export interface Interfaces {
  readonly stanzas: readonly Stanza[];
  readonly selections: readonly Selection[];
  readonly mappings: readonly Statement[];
  /** Lines that belong to no stanza: ifupdown refuses the file at the first. */
  readonly misplaced: readonly Statement[];
  /** `iface` without a name. */
  readonly nameless: readonly Statement[];
}

/** Address families and methods that ifupdown 0.8 has, with the options without which the method fails. */
export const methods: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  inet: {
    loopback: [],
    static: ["address"],
    manual: [],
    dhcp: [],
    bootp: [],
    tunnel: ["mode", "endpoint", "address", "netmask"],
    ppp: [],
    wvdial: [],
    ipv4ll: [],
  },
  inet6: {
    auto: [],
    loopback: [],
    static: ["address"],
    manual: [],
    dhcp: [],
    tunnel: ["mode", "endpoint"],
    v4tunnel: ["endpoint"],
    "6to4": ["local"],
  },
  ipx: { static: ["frame", "netnum"], dynamic: ["frame"] },
  can: { static: ["bitrate"] },
  meta: { none: [] },
};

/** Options that may stand more than once: each is a command of its own. */
export const isCommand = (name: string): boolean => /^(?:(?:pre|post)-)?(?:up|down)$/.test(name);

export function modelOf(tree: Tree): Interfaces {
  const stanzas: Stanza[] = [];
  const selections: Selection[] = [];
  const mappings: Statement[] = [];
  const misplaced: Statement[] = [];
  const nameless: Statement[] = [];
  for (const statement of tree.statements) {
    const { value } = statement.keyword;
    const chosen = value === "auto" ? "auto" : /^allow-(.+)$/.exec(value)?.[1];
    if (chosen) selections.push({ class: chosen, names: statement.args, statement });
    else if (value === "mapping") mappings.push(statement);
    else if (value === "iface") {
      const stanza = stanzaOf(statement, stanzas);
      if (stanza) stanzas.push(stanza);
      else nameless.push(statement);
    } else if (
      !/^(?:source$|source-dir|rename$|no-(?:auto-down|scripts)$)/.test(value) &&
      !statement.keyword.hole
    )
      misplaced.push(statement);
  }
  return { stanzas, selections, mappings, misplaced, nameless };
}

function stanzaOf(statement: Statement, before: readonly Stanza[]): Stanza | undefined {
  const [name, ...rest] = statement.args;
  if (!name) return undefined;
  const at = rest.findIndex(({ value }, i) => value === "inherits" && i < 3);
  const plain = at < 0 ? rest : rest.slice(0, at);
  const [familyWord, methodWord] = plain;
  const keyword = at < 0 ? undefined : rest[at];
  const target = at < 0 ? undefined : rest[at + 1];
  const extra = plain[2] ?? (at < 0 ? undefined : rest[at + 2]);
  const parent =
    target &&
    before.find((one) => one.name.value === target.value && (!familyWord || one.family === familyWord.value));
  const family = familyWord?.value ?? parent?.family;
  const method = methodWord?.value ?? parent?.method;
  return {
    name,
    statement,
    options: (statement.block?.statements ?? []).map(optionOf),
    ...(familyWord ? { familyWord } : {}),
    ...(methodWord ? { methodWord } : {}),
    ...(keyword ? { inherits: { keyword, ...(target ? { name: target } : {}) } } : {}),
    ...(extra ? { extra } : {}),
    ...(family ? { family } : {}),
    ...(method ? { method } : {}),
    ...(parent ? { parent } : {}),
  };
}

const optionOf = (statement: Statement): Option => {
  const [value] = statement.args;
  const { keyword } = statement;
  return { name: keyword.value, keyword, statement, ...(value ? { value } : {}) };
};

/** The option that counts: ifupdown reads the first one, and what is inherited stands before the stanza's own. */
export const optionNamed = ({ parent, options }: Stanza, name: string): Option | undefined =>
  (parent && optionNamed(parent, name)) ?? options.find((option) => option.name === name);

/** The device behind a name: "eth0" for the alias eth0:1, "lo" for lo:0. */
export const deviceOf = (name: string): string => name.replace(/:.*$/, "");

/** Interfaces that come up by themselves, by class; patterns (`/eth*=lan`) stand for the name they are mapped to. */
export const selected = ({
  selections,
}: Interfaces): readonly { readonly class: string; readonly name: string; readonly word: Word }[] =>
  selections.flatMap((selection) =>
    selection.names.map((word) => ({ class: selection.class, name: word.value.replace(/^.*=/, ""), word })),
  );
