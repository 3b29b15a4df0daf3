import { type IToken, Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import { createToken, End, lexerOf, type TextLexer, type Tokens, tokenize, Value } from "../core/tokens.ts";

/** A line of nothing but blanks: it closes the stanza. */
const EmptyLine = createToken({ name: "EmptyLine", pattern: /[ \t]*\r?\n/, categories: End });
const ByteOrderMark = createToken({ name: "ByteOrderMark", pattern: /\uFEFF/, group: Lexer.SKIPPED });
/** o2cb takes `#` for a comment in column 1 only. */
const Comment = createToken({
  name: "Comment",
  pattern: /#(?:[^\r\n]|\r(?!\n))*/,
  group: "comments",
  push_mode: "rest",
});
const Indent = createToken({
  name: "Indent",
  pattern: /[ \t]+/,
  group: Lexer.SKIPPED,
  push_mode: "attribute",
});
const Header = createToken({
  name: "Header",
  pattern: new RegExp(`[\\w${holeChar}]+`),
  categories: Value,
  push_mode: "header",
});
const StrayHeader = createToken({
  name: "StrayHeader",
  pattern: /[\0-\x08\x0b\x0c\x0e-\x1f!-:;-\uffff]+|\r/,
  categories: Value,
  push_mode: "header",
});
const Blank = createToken({ name: "Blank", pattern: /[ \t]+/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "LineEnd", pattern: /\r?\n/, categories: End, pop_mode: true });
const Colon = createToken({ name: "Colon", pattern: /:/, categories: Value });
const Name = createToken({ name: "Name", pattern: new RegExp(`[\\w${holeChar}]+`), categories: Value });
/** To the end of the line: `#` inside a line begins no comment for o2cb. */
const Hash = createToken({ name: "Hash", pattern: /#(?:[^\r\n]|\r(?!\n))*/, categories: Value });
const Stray = createToken({
  name: "Stray",
  pattern: /[\0-\x08\x0b\x0c\x0e-\x1f!"$-9;<>-\uffff]+|\r/,
  categories: Value,
});
const Assign = createToken({
  name: "Assign",
  pattern: /=/,
  categories: Value,
  pop_mode: true,
  push_mode: "value",
});
/** The rest of the line without the blanks at its end; a backslash at a line's end takes the next line in. */
const Text = createToken({
  name: "Text",
  pattern:
    /(?:\\\n|[\0-\x08\x0b\x0e-\x1f!-\uffff])(?:(?:\\\n|[^\n])*(?:\\\n|[\0-\x08\x0b\x0e-\x1f!-\uffff]))?/,
  categories: Value,
});
const Space = createToken({ name: "Space", pattern: /[ \t\f]+|\r/, group: Lexer.SKIPPED });

const modes = {
  line: [EmptyLine, ByteOrderMark, Comment, Indent, Header, StrayHeader],
  header: [LineEnd, Blank, Colon, Name, Hash, Assign, Stray],
  attribute: [LineEnd, Blank, Assign, Colon, Name, Hash, Stray],
  value: [LineEnd, Space, Text],
  rest: [LineEnd],
};

let lexer: TextLexer | undefined;

/** A value keeps the line end that a backslash takes in, but not the backslash. */
export const readWord: ReadWord = ({ tokenType, image }) => ({
  value: tokenType === Text ? image.replace(/\\\n/g, "\n").replace(/[ \t\r\n\f]+$/, "") : image,
});

/** The tokens of a text, and those of them that are empty lines. */
export function lex(source: Source): { readonly read: Tokens; readonly emptyLines: readonly IToken[] } {
  lexer ??= lexerOf({ modes, defaultMode: "line" });
  const read = tokenize(lexer, source);
  return { read, emptyLines: read.tokens.filter(({ tokenType }) => tokenType === EmptyLine) };
}
