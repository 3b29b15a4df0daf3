import type { IToken } from "chevrotain";
import { linesTree, type ReadWord } from "../core/build.ts";
import type { FormatSchema } from "../core/schema.ts";
import { type Source, span } from "../core/source.ts";
import { tokenize } from "../core/tokens.ts";
import type { Mistake, Tree } from "../core/tree.ts";
import { cook } from "./cook.ts";
import { foldSections } from "./fold.ts";
import { haproxyLexer, haproxyParser, Unclosed } from "./tokens.ts";

const readWord: ReadWord = (token) => {
  const { value, quoted, references } = cook(token.image);
  const quote = quoted ? { quote: token.image.includes('"') ? ('"' as const) : ("'" as const) } : {};
  return { value, ...quote, ...(references.length > 0 ? { hole: true as const } : {}) };
};

/** haproxy.cfg as sections of lines; every word unquoted, its raw text at its span. */
export function parseHaproxy(source: Source, schema: FormatSchema): Tree {
  const tokens = tokenize(haproxyLexer(), source);
  const tree = linesTree(haproxyParser(), source, tokens, readWord);
  const { statements, mistakes } = foldSections(tree.statements, schema);
  return {
    ...tree,
    statements,
    mistakes: [...tokens.tokens.flatMap((token) => lexical(source, token)), ...mistakes],
  };
}

/** What is wrong inside one word: an unclosed quote, a variable without a name, an unfinished escape. */
function lexical(source: Source, token: IToken): Mistake[] {
  const at = span(source, token.startOffset, token.startOffset + token.image.length);
  if (token.tokenType === Unclosed)
    return [
      { kind: "mistake", rule: "syntax/unclosed-quote", message: "this quote is not closed on its line", at },
    ];
  if (!/["\\]/.test(token.image)) return [];
  return cook(token.image).faults.map(({ message, start, end }) => ({
    kind: "mistake",
    rule: "haproxy/bad-escape",
    message,
    at: { ...at, start: at.start + start, end: at.start + end },
  }));
}
