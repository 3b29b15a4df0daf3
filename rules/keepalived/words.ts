import { remembered } from "../../parsers/core/remembered.ts";
import type { Span } from "../../parsers/core/source.ts";
import { type Statement, type Word, walk } from "../../parsers/core/tree.ts";
import type { Document } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";
import { masked } from "../schema/words.ts";

/** A word with its statement; `raw`: a part of a command line, where quotes and signs have a meaning of their own. */
export interface Placed {
  readonly word: Word;
  readonly statement: Statement;
  readonly raw: boolean;
}

/** Every word of a document, in its order. A word that a ~SEQ line repeats comes once. */
export const wordsIn = remembered((document: Document): readonly Placed[] => {
  const raw = new Set(visitsOf(document).flatMap(({ statement, def }) => (def?.raw ? [statement] : [])));
  const seen = new Set<string>();
  const words: Placed[] = [];
  for (const statement of walk(document.tree.statements))
    for (const word of [statement.keyword, ...statement.args]) {
      const key = placeOf(word.at);
      if (word.at.start === word.at.end || seen.has(key)) continue;
      seen.add(key);
      words.push({ word, statement, raw: raw.has(statement) && word !== statement.keyword });
    }
  return words;
});

const placeOf = ({ source, start, end }: Span): string => `${source.path}\0${start}\0${end}`;

/** Keywords whose values are secret. */
export const isSecret = ({ keyword }: Statement): boolean => /^(auth_pass|password|key)$/.test(keyword.value);

/** A word as a message may show it: a secret by its first letter only. */
export const shown = (word: Word, statement: Statement): string =>
  isSecret(statement) && word !== statement.keyword ? masked(word.value) : word.value;
