import { type Span, span, textOf } from "../../parsers/core/source.ts";
import type { Document } from "../rule.ts";
import { shown, wordsIn } from "./words.ts";

/** A word that ends with a sign of another language, and the place of the sign. */
export interface Signed {
  /** The word, as a message may show it. */
  readonly text: string;
  readonly sign: Span;
  /** It is the last word of its statement. */
  readonly last: boolean;
}

/** The words outside command lines that end with this sign as they stand in the text. */
export function* endingWith(document: Document, sign: string): Generator<Signed> {
  for (const { word, statement, raw } of wordsIn(document)) {
    if (raw || word.quote || !textOf(word.at).endsWith(sign)) continue;
    const at = span(word.at.source, word.at.end - sign.length, word.at.end);
    yield {
      text: shown(word, statement),
      sign: at,
      last: word === (statement.args.at(-1) ?? statement.keyword),
    };
  }
}
