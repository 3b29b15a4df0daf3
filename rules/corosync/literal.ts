import type { ArgDef, Verdict } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { type Literal, literal } from "../../parsers/corosync/literal.ts";
import type { Document } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

/** A value with something in it that was not meant as part of it. */
export interface LiteralValue<Kind extends Literal["kind"]> {
  readonly word: Word;
  readonly key: string;
  readonly found: Extract<Literal, { kind: Kind }>;
  /** What corosync does: it refuses a number that is none, and keeps a text as it stands. */
  readonly daemon: Verdict;
  /** The same as the end of a message; empty where corosync is silent. */
  readonly result: string;
}

/** The values of a document that have such a thing in them. */
export function literalsOf<Kind extends Literal["kind"]>(
  document: Document,
  kind: Kind,
): LiteralValue<Kind>[] {
  if (document.format.id !== corosync.id) return [];
  return visitsOf(document).flatMap(({ statement, def }): LiteralValue<Kind>[] => {
    const word = statement.args[0];
    const found = word && !word.hole ? literal(word.value) : undefined;
    if (!word || found?.kind !== kind) return [];
    const daemon = verdictOf(def?.args?.[0]);
    const result = results[daemon] ?? "";
    return [
      {
        word,
        key: statement.keyword.value,
        found: found as Extract<Literal, { kind: Kind }>,
        daemon,
        result,
      },
    ];
  });
}

const results: Readonly<Partial<Record<Verdict, string>>> = {
  rejects: ": corosync refuses the file",
  stops: ": corosync does not start",
};

/** What corosync does with a value that is not of its argument's type; a path or a name may be any text. */
function verdictOf(arg: ArgDef | undefined): Verdict {
  if (arg?.verdict) return arg.verdict;
  return arg?.type && /^(?:[iu]\d+|choice)$/.test(arg.type) ? "rejects" : "silent";
}
