import { Lexer } from "chevrotain";
import { linesTree } from "../core/build.ts";
import type { Source } from "../core/source.ts";
import { createToken, End, lexerOf, type TextLexer, tokenize, Value } from "../core/tokens.ts";
import type { Tree } from "../core/tree.ts";

const Blank = createToken({ name: "HeartbeatBlank", pattern: /[ \t\r\f]+/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "HeartbeatLineEnd", pattern: /\n/, categories: End });
/** Cuts off even the middle of a word (parse_config() of heartbeat/config.c; ipres() of ResourceManager). */
const Comment = createToken({ name: "HeartbeatComment", pattern: /#[^\n]*/, group: "comments" });
/** haresources: a backslash at a line's end takes the next line in. */
const Continued = createToken({
  name: "HeartbeatContinued",
  pattern: /\\\r?\n/,
  group: Lexer.SKIPPED,
});
const letter = '\\0-\\x08\\x0b\\x0e-\\x1f!"$-\\[\\]-\\uffff';
const wordOf = (name: string, more: string): ReturnType<typeof createToken> =>
  createToken({ name, pattern: new RegExp(`(?:[${letter}${more}])+`), categories: Value });
const Word = wordOf("HeartbeatWord", "\\\\");
const ResourceWord = wordOf("HaresourcesWord", "");
const Backslash = createToken({ name: "HaresourcesBackslash", pattern: /\\/, categories: Value });

/** authkeys: `#` is a comment at a line's first word only, and part of a key elsewhere. */
const Margin = createToken({ name: "AuthkeysMargin", pattern: /[ \t\r\f\n]+/, group: Lexer.SKIPPED });
const First = createToken({
  name: "AuthkeysFirst",
  pattern: new RegExp(`(?:[${letter}\\\\])(?:[${letter}\\\\#])*`),
  categories: Value,
  push_mode: "line",
});
const KeyWord = wordOf("AuthkeysWord", "\\\\#");
const KeyEnd = createToken({ name: "AuthkeysEnd", pattern: /\n/, categories: End, pop_mode: true });

const vocabularies = {
  "ha.cf": [LineEnd, Blank, Comment, Word],
  haresources: [LineEnd, Blank, Comment, Continued, ResourceWord, Backslash],
  authkeys: {
    modes: { margin: [Margin, Comment, First], line: [KeyEnd, Blank, KeyWord] },
    defaultMode: "margin",
  },
};

const lexers = new Map<string, TextLexer>();

/** One statement a line, in the way that this file of heartbeat's is read. */
export function heartbeatLines(source: Source, file: keyof typeof vocabularies): Tree {
  const lexer = lexers.get(file) ?? lexerOf(vocabularies[file]);
  lexers.set(file, lexer);
  return linesTree(source, tokenize(lexer, source));
}
