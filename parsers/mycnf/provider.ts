import type { IToken } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { type Source, type Span, span } from "../core/source.ts";
import { createToken, lexerOf, type TextLexer, validated } from "../core/tokens.ts";
import type { Word } from "../core/tree.ts";
import type { OptionsCstNode, PairCstNode } from "./cst.d.ts";

/** One `key = value` of wsrep_provider_options. */
export interface ProviderOption {
  readonly key: Word;
  /** Absent: no `=`. */
  readonly value?: Word;
  /** Values beyond the first, each behind a further `=`: the provider refuses them. */
  readonly more: readonly Word[];
  readonly at: Span;
}

const Semicolon = createToken({ name: "Semicolon", pattern: /;/ });
const Equals = createToken({ name: "Equals", pattern: /=/ });
/** With the blanks around it; a backslash takes the sense from the next character. */
const Text = createToken({ name: "Text", pattern: /(?:\\[\0-\uffff]|[\0-:<>-[\]-\uffff]|\\)+/ });
const vocabulary = [Semicolon, Equals, Text];

/** `key = value; key = value`, as galerautils' gu_config.cpp cuts it. Total: any text is a list. */
export class ProviderParser extends Grammar {
  constructor() {
    super(vocabulary, { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly options = this.RULE("options", () => {
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.pair) }, { ALT: () => this.CONSUME(Semicolon) }]);
    });
  });

  readonly pair = this.RULE("pair", () => {
    this.AT_LEAST_ONE(() => {
      this.OR([{ ALT: () => this.CONSUME(Text) }, { ALT: () => this.CONSUME(Equals) }]);
    });
  });
}

let lexer: TextLexer | undefined;
let parser: ProviderParser | undefined;

/** The options of a value that stands in a file as `word`. */
export function providerOptions({ at, quote, hole }: Word): readonly ProviderOption[] {
  if (hole) return [];
  const base = quote ? at.with({ start: at.start + 1, end: at.end - 1 }) : at;
  lexer ??= lexerOf(vocabulary);
  parser ??= new ProviderParser();
  parser.input = lexer.tokenize(at.source.text.slice(base.start, base.end)).tokens;
  const { children } = parser.options() as OptionsCstNode;
  return (children.pair ?? []).flatMap((pair) => optionOf(pair, at.source, base.start));
}

function optionOf({ children }: PairCstNode, source: Source, base: number): ProviderOption[] {
  const tokens = [...(children.Text ?? []), ...(children.Equals ?? [])].sort(
    (a, b) => a.startOffset - b.startOffset,
  );
  const words: Word[] = [];
  let from = base + tokens[0]!.startOffset;
  let text: IToken | undefined;
  for (const token of tokens) {
    if (token.tokenType === Text) {
      text = token;
      continue;
    }
    words.push(wordOf(text, source, base, from));
    text = undefined;
    from = base + token.startOffset + 1;
  }
  words.push(wordOf(text, source, base, from));
  const [key, value, ...more] = words as [Word, ...Word[]];
  if (key.value === "" && words.length === 1) return [];
  const at = span(source, key.at.start, words.at(-1)!.at.end);
  return [{ key, ...(value ? { value } : {}), more, at }];
}

/** The text without its blanks; an empty word where there is none. */
function wordOf(token: IToken | undefined, source: Source, base: number, from: number): Word {
  const image = token?.image.trim() ?? "";
  if (!token || image === "") return { kind: "word", value: "", at: span(source, from, from) };
  const start = base + token.startOffset + token.image.indexOf(image);
  return {
    kind: "word",
    value: image.replace(/\\([\0-\uffff])/g, "$1"),
    at: span(source, start, start + image.length),
  };
}
