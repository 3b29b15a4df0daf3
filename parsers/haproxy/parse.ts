import type { IToken } from "chevrotain";
import { linesTree, type ReadWord } from "../core/build.ts";
import type { FormatSchema, Version } from "../core/schema.ts";
import { type Source, span } from "../core/source.ts";
import { tokenize } from "../core/tokens.ts";
import type { Mistake, Statement, Tree } from "../core/tree.ts";
import { cook, isPlain } from "./cook.ts";
import { foldSections } from "./fold.ts";
import { lexicalMistakes } from "./lexical.ts";
import { haproxyLexer, Unclosed } from "./tokens.ts";

/** Without the byte order mark and what follows a NUL, which are mistakes of their own. */
const readable = ({ image, startOffset }: IToken): string => {
  const text = startOffset === 0 && image.startsWith("\ufeff") ? image.slice(1) : image;
  const nul = text.indexOf("\0");
  return nul < 0 ? text : text.slice(0, nul);
};

const readWord: ReadWord = (token) => {
  const text = readable(token);
  if (isPlain(text)) return { value: text };
  const { value, quoted, references } = cook(text);
  const quote = quoted ? { quote: token.image.includes('"') ? ('"' as const) : ("'" as const) } : {};
  return { value, ...quote, ...(references.length > 0 ? { hole: true as const } : {}) };
};

/** haproxy.cfg as sections of lines; every word unquoted, its raw text at its span. */
export function parseHaproxy(source: Source, schema: FormatSchema, version?: Version): Tree {
  const tokens = tokenize(haproxyLexer(), source);
  const tree = linesTree(source, tokens, readWord);
  const { statements, mistakes } = foldSections(withHoles(tree.statements), schema, version);
  return {
    ...tree,
    statements,
    mistakes: [
      ...tokens.tokens.filter(isSuspect).flatMap((token) => lexical(source, token)),
      ...lexicalMistakes(source, tree.statements),
      ...mistakes,
    ],
  };
}

/**
 * Lines whose sense this file does not tell: a scope line `[name]`, which haproxy passes over, and an action that a
 * Lua file registers, where one is loaded or may be by another file.
 */
function withHoles(lines: readonly Statement[]): readonly Statement[] {
  const lua =
    lines.some(({ keyword }) => keyword.value.startsWith("lua-load")) ||
    !lines.some(({ keyword }) => keyword.value === "global" || keyword.value === "defaults");
  return lines.map((line) => {
    const { keyword, args } = line;
    if (/^\[[A-Za-z0-9_.:-]+\]$/.test(keyword.value)) return { ...line, keyword: { ...keyword, hole: true } };
    if (!lua || !args.slice(0, 2).some(({ value }) => value.startsWith("lua."))) return line;
    return {
      ...line,
      args: args.map((word, i) =>
        i < 2 && word.value.startsWith("lua.") ? { ...word, hole: true as const } : word,
      ),
    };
  });
}

const isSuspect = ({ tokenType, image }: IToken): boolean => tokenType === Unclosed || /["\\]/.test(image);

/** What is wrong inside one word that is suspect: an unclosed quote, a variable without a name, an unfinished escape. */
function lexical(source: Source, token: IToken): Mistake[] {
  const at = span(source, token.startOffset, token.startOffset + token.image.length);
  if (token.tokenType === Unclosed)
    return [
      { kind: "mistake", rule: "syntax/unclosed-quote", message: "this quote is not closed on its line", at },
    ];
  return cook(token.image).faults.map(({ message, start, end }) => ({
    kind: "mistake",
    rule: "haproxy/bad-escape",
    message,
    at: { ...at, start: at.start + start, end: at.start + end },
  }));
}
