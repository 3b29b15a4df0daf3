import { remembered } from "./remembered.ts";
import type { Verdict } from "./schema.ts";
import type { Source, Span } from "./source.ts";

/** One word of a statement. `value` is what the daemon sees (quotes off, variables replaced), `at` where it stands. */
export interface Word {
  readonly kind: "word";
  readonly value: string;
  readonly at: Span;
  readonly quote?: '"' | "'";
  /** A template tag or an unknown variable stands in it: its value is not known, and rules stay silent. */
  readonly hole?: true;
}

/** A keyword with its arguments, up to its terminator or block. */
export interface Statement {
  readonly kind: "statement";
  /** A word before the keyword that changes its sense: haproxy's `no` and `default`. */
  readonly prefix?: Word;
  /** The word by which the schema knows the statement; several words of the text where the daemon reads them as one (`option httplog`). */
  readonly keyword: Word;
  readonly args: readonly Word[];
  readonly block?: Block;
  /** From the keyword to the last argument, or to the end of the block. */
  readonly at: Span;
  /** The innermost conditional arm that it stands in: `.if … .else`, a template's branches. */
  readonly branch?: Branch;
}

/** One arm of a conditional. */
export interface Branch {
  /** The word that opens the whole conditional (`.if`): arms of one conditional share it. */
  readonly group: Span;
  /** 0 for `.if`, 1 … for `.elif` and `.else`. */
  readonly arm: number;
  /** As a finding says it: "if version_atleast(2.8)", "else of …". */
  readonly text: string;
  /** The tags by which a template chooses among the arms; absent where the daemon itself does. */
  readonly chosen?: string;
  readonly outer?: Branch;
}

/** Whether no file can have both: they stand in different arms of one conditional. */
export function exclusive(a: Statement, b: Statement): boolean {
  for (let left = a.branch; left; left = left.outer)
    for (let right = b.branch; right; right = right.outer)
      if (left.group === right.group) return left.arm !== right.arm;
  return false;
}

/** `{ … }`, or the lines that follow a section header. */
export interface Block {
  readonly kind: "block";
  /** The opening brace, or the section header where there is none. */
  readonly open: Span;
  /** Absent where the closing brace is missing or the syntax has none. */
  readonly close?: Span;
  readonly statements: readonly Statement[];
  readonly at: Span;
}

export interface Comment {
  readonly kind: "comment";
  readonly at: Span;
}

/** Something the grammar itself cannot take: an unclosed quote, a stray brace. `rule` is the id under which it is reported. */
export interface Mistake {
  readonly kind: "mistake";
  readonly rule: string;
  readonly message: string;
  readonly at: Span;
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly at: Span; readonly text: string }[];
  };
  /** What the daemon does, where it is not what the rule or the schema says for all. */
  readonly verdict?: Verdict;
}

/** Any text as statements: total, lossless with the spans, the same for every format. */
export interface Tree {
  readonly source: Source;
  readonly statements: readonly Statement[];
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  readonly mistakes: readonly Mistake[];
  /** All files that were read, where the reader knows without looking. */
  readonly sources?: readonly Source[];
}

/** The files of which a tree was read: its own and those it includes. */
export const sourcesIn = remembered(
  ({ source, statements, sources }: Tree): ReadonlySet<Source> =>
    new Set(sources ?? [source, ...Array.from(walk(statements), ({ at }) => at.source)]),
);

/** Every statement below `statements`, parents before children. */
export function* walk(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    if (statement.block) yield* walk(statement.block.statements);
  }
}
