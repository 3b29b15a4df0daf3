import type { Span } from "../../parsers/core/source.ts";
import type { Document } from "../rule.ts";
import { filesOf, found } from "./files.ts";

/** `$NAME=…`, or a variable of a ~SEQ or ~LST line. */
export interface Definition {
  readonly name: string;
  readonly at: Span;
  /** For the hosts of an `@id` only, or for the lines of a sequence. */
  readonly within?: "condition" | "sequence";
}

const definition = /(?<=^[ \t]*)(@\S+[ \t]+)?\$([A-Za-z_]\w*)=/gm;
const sequence = /~(?:SEQx?|LST)\(([^)]*)\)/g;

/** Everything that a document defines, wherever it stands. */
export const definitionsOf = (document: Document): readonly Definition[] =>
  filesOf(document).flatMap((source) => [
    ...[...found(document, source, definition)].map(({ at, 1: condition, 2: name = "" }) => ({
      name,
      at: at.with({ start: at.end - name.length - 2, end: at.end - 1 }),
      ...(condition ? { within: "condition" as const } : {}),
    })),
    ...[...found(document, source, sequence)].flatMap(({ at, 1: inner = "" }) =>
      [...inner.matchAll(/[A-Za-z_]\w*/g)].map(([name]) => ({ name, at, within: "sequence" as const })),
    ),
  ]);

const reference = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*)(?=[ \t,)"]|$))/g;

/** The variables that a word still names after reading; `braced`: as `${NAME}`. */
export const referencesIn = (value: string): readonly { readonly name: string; readonly braced: boolean }[] =>
  [...value.matchAll(reference)].map((match) => ({
    name: (match[1] ?? match[2])!,
    braced: match[1] !== undefined,
  }));
