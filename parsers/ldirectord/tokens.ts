import { linesTree } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, tokenize, Value } from "../core/tokens.ts";
import type { Tree } from "../core/tree.ts";

/** A line whose first word begins with `#`; a comment behind a setting is told apart later, because only a virtual service has some. */
const Remark = createToken({ name: "LdirectordRemark", pattern: /[ \t\r\f]*#[^\n]*/, group: "comments" });
/** A whole line with its indentation, which decides where it belongs. */
const Line = createToken({
  name: "LdirectordLine",
  pattern: /[\0-\x09\x0b-\uffff][^\n]*/,
  categories: Value,
});
const LineEnd = createToken({ name: "LdirectordLineEnd", pattern: /\n/, categories: End });

let lexer: TextLexer | undefined;

/** One word a line, empty lines and comments aside. */
export function flatLines(source: Source): Tree {
  lexer ??= lexerOf([LineEnd, Remark, Line]);
  return linesTree(source, tokenize(lexer, source));
}
