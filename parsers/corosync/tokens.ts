import { type IToken, Lexer } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import { Close, createToken, End, lexerOf, Open, spanOf, type TextLexer, Value } from "../core/tokens.ts";
import type { Comment } from "../core/tree.ts";

/** One character that is no blank: of a section's name (no brace), of a key (no colon either), of any text. */
const ofName = `(?:[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-z|-\\uffff]|\\r(?!\\n))`;
const ofKey = `(?:[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-9;-z|-\\uffff]|\\r(?!\\n))`;
const ofText = "(?:[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-\\uffff]|\\r(?!\\n))";
const brace = "\\{";
const words = (one: string): string => `${one}(?:[ \\t]*${one})*`;

/** corosync strips LF, then CR, then blanks and tabs off a line. */
const Newline = createToken({ name: "Newline", pattern: /\r?\n/, categories: End });
const RestEnd = createToken({ name: "RestEnd", pattern: /\r?\n/, categories: End, pop_mode: true });
const Blank = createToken({ name: "Blank", pattern: /[ \t]+/, group: Lexer.SKIPPED });
export const ByteOrderMark = createToken({ name: "ByteOrderMark", pattern: /\uFEFF/, group: "faults" });
/** `#` begins a comment as the first character of a line only. */
const Remark = createToken({ name: "Remark", pattern: /#(?:[^\r\n]|\r(?!\n))*/, group: "comments" });
/** The first `{` of a line opens a section, whatever stands before it; a colon after the name is dropped. */
const Section = createToken({
  name: "Section",
  pattern: new RegExp(`(?=(?:${ofName}|[ \\t])+${brace})${words(ofName)}`),
  categories: Value,
  push_mode: "open",
});
const LeftBrace = createToken({
  name: "LeftBrace",
  pattern: /\{/,
  categories: Open,
  pop_mode: true,
  push_mode: "after",
});
const LoneBrace = createToken({
  name: "LoneBrace",
  pattern: /\{/,
  categories: Open,
  push_mode: "after",
});
/** `key: text {…`, where more than a section's header was meant: one setting whose value has the brace. */
export const BracedKey = createToken({
  name: "BracedKey",
  pattern: new RegExp(
    `(?=(?:${ofKey}|[ \\t])+:[ \\t]*${ofName}[^{\\n]*${brace}[ \\t]*[!-z|~])${words(ofKey)}`,
  ),
  categories: Value,
  push_mode: "colon",
});
const Key = createToken({
  name: "Key",
  pattern: new RegExp(`(?=(?:${ofKey}|[ \\t])+:)${words(ofKey)}`),
  categories: Value,
  push_mode: "colon",
});
const Colon = createToken({
  name: "Colon",
  pattern: /:/,
  group: Lexer.SKIPPED,
  pop_mode: true,
  push_mode: "value",
});
/** The rest of the line, blanks inside and all. */
const Text = createToken({ name: "Text", pattern: new RegExp(words(ofText)), categories: Value });
/** The first `}` of a line without `{` and `:` closes the section. */
const RightBrace = createToken({
  name: "RightBrace",
  pattern: /\}/,
  categories: Close,
  push_mode: "after",
});
/** A brace behind the one that ends the line for corosync. */
export const LaterBrace = createToken({ name: "LaterBrace", pattern: /\}/, categories: Close });
/** What stands before or after a brace, where nothing may stand. */
export const Extra = createToken({
  name: "Extra",
  pattern: new RegExp(words("(?:[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-|~-\\uffff]|\\r(?!\\n))")),
  group: "faults",
});
export const Before = createToken({
  name: "Before",
  pattern: new RegExp(
    `(?=[^\\n]*\\})${words("(?:[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f!-|~-\\uffff]|\\r(?!\\n))")}`,
  ),
  group: "faults",
});
/** `token = 3000`: read as the setting that was meant. */
export const Assigned = createToken({
  name: "Assigned",
  pattern: /[\w.-]+(?=[ \t]*=[ \t]*[^ \t\r\n])/,
  categories: Value,
  push_mode: "equals",
});
const Equals = createToken({
  name: "Equals",
  pattern: /=/,
  group: Lexer.SKIPPED,
  pop_mode: true,
  push_mode: "value",
});
/** A section's name whose brace stands on the next line: read as the header that was meant. */
export const Header = createToken({
  name: "Header",
  pattern: /[\w.-]+(?=[ \t]*\r?\n[ \t]*\{[ \t]*\r?\n)/,
  categories: Value,
  push_mode: "brace",
});
const NextLine = createToken({
  name: "NextLine",
  pattern: /\r?\n/,
  group: Lexer.SKIPPED,
  pop_mode: true,
});
/** A line that a template fills in, of which nothing is known but that no section ends in it. */
const Filled = createToken({
  name: "Filled",
  pattern: new RegExp(`(?=[^\\n}]*?${holeChar}[^\\n}]*(?:\\n|(?![\\s\\S])))${words(ofText)}`),
  categories: Value,
});
/** A line that is neither comment, section nor setting. */
export const Stray = createToken({ name: "Stray", pattern: new RegExp(words(ofText)), group: "faults" });

const modes = {
  line: [
    Newline,
    Blank,
    ByteOrderMark,
    Remark,
    BracedKey,
    Section,
    Key,
    Filled,
    LoneBrace,
    RightBrace,
    Before,
    Assigned,
    Header,
    Stray,
  ],
  open: [Blank, LeftBrace],
  after: [RestEnd, Blank, LaterBrace, Extra],
  colon: [Blank, Colon],
  equals: [Blank, Equals],
  brace: [Blank, NextLine],
  value: [RestEnd, Blank, Text],
};

let lexer: TextLexer | undefined;

/** The tokens of a text by line, its comments, and the tokens that stand where corosync allows none. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly Comment[];
  readonly faults: readonly IToken[];
}

export function lex(source: Source): Lexed {
  lexer ??= lexerOf({ modes, defaultMode: "line" });
  const { tokens, groups } = lexer.tokenize(source.text);
  return {
    tokens: tokens.map((token) => (token.image.includes(holeChar) ? hole(token, source) : token)),
    comments: (groups.comments ?? []).map(
      (token): Comment => ({ kind: "comment", at: spanOf(token, source) }),
    ),
    faults: groups.faults ?? [],
  };
}

const hole = (token: IToken, source: Source): IToken => ({
  ...token,
  payload: { at: spanOf(token, source), hole: true },
});

/** corosync drops colons and blanks at the end of a section's name; a no-break space, which it takes for a letter, is told apart. */
export const readWord: ReadWord = ({ tokenType, image }) => {
  const name = tokenType === Section ? image.replace(/[ \t:]+$/, "") : image;
  return { value: tokenType === Text ? name : name.replace(/^[\u00a0 \t]+|[\u00a0 \t]+$/g, "") };
};
