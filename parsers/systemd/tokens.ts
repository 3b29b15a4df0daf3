import { Lexer } from "chevrotain";
import { linesTree } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, tokenize, Value } from "../core/tokens.ts";
import type { Tree } from "../core/tree.ts";

const Blank = createToken({ name: "UnitBlank", pattern: /[ \t\r\f\v]+/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "UnitLineEnd", pattern: /\n/, categories: End });
const Comment = createToken({ name: "UnitComment", pattern: /[#;][^\n]*/, group: "comments" });
/** A line with those that a backslash at its end takes in; comment lines between them are passed over. */
const Line = createToken({
  name: "UnitLine",
  pattern: /[\0-\x08\x0e-\x1f!"$-:<-\uffff](?:\\\r?\n(?:[ \t]*[#;][^\n]*\n)*|[^\n])*/,
  categories: Value,
});

let lexer: TextLexer | undefined;

/** One word a line, continued lines joined. */
export function unitLines(source: Source): Tree {
  lexer ??= lexerOf([LineEnd, Blank, Comment, Line]);
  return linesTree(source, tokenize(lexer, source));
}

/** A continued value as one line of the same length: line ends and the comment lines between are blanks. */
export const joined = (text: string): string =>
  text.replace(/\\\r?\n(?:[ \t]*[#;][^\n]*\n)*/g, (gap) => " ".repeat(gap.length));
