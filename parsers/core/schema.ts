/**
 * What the real daemon does with a file that has this fault: refuses to read it or drops the setting with an error, reads it
 * but does not start with what it says (`stops`), warns, or says nothing.
 */
export type Verdict = "rejects" | "stops" | "warns" | "silent";

/** What the daemon does; by version the newest first: `[{ since: "2.3.3", verdict: "rejects" }, { verdict: "silent" }]`. */
export type VerdictByVersion = Verdict | readonly { readonly since?: Version; readonly verdict: Verdict }[];

/** What this version does; without one, what the newest does. */
export function verdictIn(daemon: VerdictByVersion, version: Version | undefined): Verdict {
  if (typeof daemon === "string") return daemon;
  const match = daemon.find(({ since }) => !since || !version || compareVersions(version, since) >= 0);
  return match?.verdict ?? "silent";
}

/** A version such as "2.2.7", compared number by number. */
export type Version = string;

/** One argument of a keyword, by position. */
export interface ArgDef {
  /** Shown in the signature: `PORT`, `seconds`. */
  readonly name?: string;
  /** A type of `types.ts` or of the format (`Format.types`); absent: any word. */
  readonly type?: string;
  readonly oneOf?: readonly string[];
  /** Values that an editor offers; whether another one is wrong is judged by the type or by a rule, or not at all. */
  readonly known?: readonly string[];
  /** `oneOf` compares without regard to case. */
  readonly anyCase?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly unit?: string;
  readonly optional?: boolean;
  /** An option may stand in its place. */
  readonly orOption?: boolean;
  /** Takes all words that are left. */
  readonly many?: boolean;
  /** With `many`: the names of options too. */
  readonly rest?: boolean;
  /** The word is a name that this statement creates / uses, in this namespace of `FormatSchema.names`. */
  readonly defines?: string;
  readonly refers?: string;
  /** As `refers`, where the daemon does not mind that nothing has the name. */
  readonly mentions?: string;
  /** A value with this text in it is computed at run time and names nothing: `%` of haproxy's formats. */
  readonly dynamic?: string;
  /** What the daemon does instead when the value is wrong: "100 is used instead". Ends the message. */
  readonly otherwise?: string;
  /** A wrong value is an error though the daemon takes the file: another daemon that reads it ends. */
  readonly grave?: boolean;
  /** The word is a comma-separated list of keywords of this place, known for completion and hover: mount options. */
  readonly items?: string;
  /** A password: shown by its first letter only. */
  readonly secret?: boolean;
  /** First release that takes a word here, where the keyword is older. */
  readonly since?: Version;
  /** Values, without a parenthesis, that not every release takes or that are experimental; the others are as old as the keyword. */
  readonly values?: Readonly<Record<string, Age>>;
  /** Overrides the verdict of wrong-value for this argument. */
  readonly verdict?: Verdict;
}

/** Which releases know a keyword or a value. */
export interface Age {
  readonly since?: Version;
  /** Last version that knows it. */
  readonly until?: Version;
  /** First version that no longer knows it, where branches live on beside it and `until` has no number. */
  readonly removed?: Version;
  /** [first, last] versions between since and until that do not know it. */
  readonly gaps?: readonly (readonly [Version, Version])[];
  readonly deprecated?: Deprecation;
  /** Refused unless another setting allows what is not finished yet. */
  readonly experimental?: boolean;
  /** Overrides `FormatSchema.verdicts` for this keyword, by generic rule. */
  readonly verdicts?: Readonly<Partial<Record<GenericProblem, VerdictByVersion>>>;
}

export interface Deprecation {
  readonly since?: Version;
  /** Keyword that replaces it, in the same place: makes a safe fix. */
  readonly use?: string;
  /** Sentence fragment that says what to do where a plain renaming is not enough. */
  readonly note?: string;
}

export interface KeywordDef extends Age {
  /** Absent: nothing is known of the arguments and nothing is checked. [] = takes none. */
  readonly args?: readonly ArgDef[];
  /** Named options after the positional arguments, in any order: `weight 5 reverse`. */
  readonly options?: Readonly<Record<string, KeywordDef>>;
  /** Options of the statement without which it is refused: one of each group must stand there. */
  readonly needs?: readonly (readonly string[])[];
  /** Of an option: a statement has one of a kind, once. */
  readonly kind?: string;
  /** The place inside its block. */
  readonly opens?: string;
  /** With `opens`: `required` (default), or `optional` where the keyword may stand without a block. */
  readonly block?: "required" | "optional";
  /** A second one in the same block is a mistake; which one the daemon keeps. */
  readonly once?: "last" | "first" | "error";
  readonly required?: boolean;
  readonly default?: string;
  readonly summary?: string;
  readonly source?: string;
  /** A flag: any argument is ignored, so that `nopreempt false` sets it. Until this version, or always (true). */
  readonly flag?: boolean | Version;
  /** May stand after a `no` that takes it back. */
  readonly negatable?: boolean;
  /** Of an option: what may be glued before its name, be it several times: the `!` of `!string`. */
  readonly prefix?: string;
  /** The argument text is a command line read by rules of its own: words are not counted. */
  readonly raw?: boolean;
}

/** Where statements stand: the file's root or the inside of a block. */
export interface PlaceDef {
  readonly title?: string;
  /** All keywords of all supported versions are listed, so that another one is a finding. */
  readonly complete?: boolean;
  /** Not complete, but a word one or two letters away from a keyword is reported as a likely typo. */
  readonly typos?: boolean;
  readonly keywords?: Readonly<Record<string, KeywordDef>>;
  /** The place is a list: each statement is an entry, its first word a value and no keyword. */
  readonly entry?: KeywordDef;
  /** Places whose keywords may stand here too. */
  readonly includes?: readonly string[];
  /** Of what does not belong here, whatever the keyword says of it: overrides its `verdicts`. */
  readonly verdicts?: Readonly<Partial<Record<"misplaced-keyword", VerdictByVersion>>>;
}

/** The problems that the schema rules find, each a rule page `schema/<problem>`. */
export type GenericProblem =
  | "unknown-keyword"
  | "misplaced-keyword"
  | "wrong-value"
  | "missing-value"
  | "extra-words"
  | "repeated-setting"
  | "missing-setting"
  | "missing-block"
  | "unexpected-block"
  | "dangling-reference"
  | "unused-name"
  | "duplicate-name"
  | "deprecated-keyword"
  | "removed-keyword"
  | "keyword-version"
  | "flag-with-value"
  | SyntaxProblem;

/** What the shared grammars find, each a rule page `syntax/<problem>`. */
export type SyntaxProblem = "missing-brace" | "stray-brace" | "unclosed-quote" | "nesting";

export interface NamespaceDef {
  /** "track script" */
  readonly title: string;
  /** A name that nothing uses is worth a warning. */
  readonly unused?: boolean;
  readonly duplicate?: Verdict;
  readonly dangling?: Verdict;
  /** Names that exist without being defined. */
  readonly known?: readonly string[];
}

export interface FormatSchema {
  /** The daemon whose version `since`/`until` speak of: the key in `--target keepalived=2.2.7`. */
  readonly daemon: string;
  /** Versions that halint knows; without a target a keyword is wrong only if none of them takes it. */
  readonly supported: { readonly min: Version; readonly max: Version };
  readonly root: string;
  readonly places: Readonly<Record<string, PlaceDef>>;
  readonly names?: Readonly<Record<string, NamespaceDef>>;
  /** An empty word ends the arguments: what follows is not read. */
  readonly emptyEnds?: boolean;
  /** What the daemon does with each generic problem. Absent: silent. */
  readonly verdicts: Readonly<Partial<Record<GenericProblem, VerdictByVersion>>>;
}

/** A table read from JSON, whose literal types TypeScript widens; test/schemas.test.ts holds it to schemas/format.schema.json. */
export const schemaOf = (table: unknown): FormatSchema => table as FormatSchema;

/** Negative, 0 or positive as a is before, equal to or after b. */
export function compareVersions(a: Version, b: Version): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether this version of the daemon knows the keyword. */
export const knownIn = (def: Age, version: Version): boolean =>
  (!def.since || compareVersions(version, def.since) >= 0) &&
  (!def.until || compareVersions(version, def.until) <= 0) &&
  (!def.removed || compareVersions(version, def.removed) < 0) &&
  !(def.gaps ?? []).some(
    ([from, to]) => compareVersions(version, from) >= 0 && compareVersions(version, to) <= 0,
  );

const merged = new WeakMap<PlaceDef, Readonly<Record<string, KeywordDef>>>();

/** The keywords of a place with those of the places it includes; the place's own win. */
export function keywordsOf(schema: FormatSchema, place: string): Readonly<Record<string, KeywordDef>> {
  const def = schema.places[place];
  if (!def?.includes) return def?.keywords ?? {};
  let keywords = merged.get(def);
  if (!keywords) {
    keywords = Object.assign({}, ...def.includes.map((name) => keywordsOf(schema, name)), def.keywords);
    merged.set(def, keywords!);
  }
  return keywords!;
}

/** Whether two places share an included one: kinds of one section, such as frontend and backend. */
export const akin = (schema: FormatSchema, a: string, b: string): boolean =>
  (schema.places[a]?.includes ?? []).some(
    (name) => schema.places[name]?.title !== undefined && schema.places[b]?.includes?.includes(name),
  );
