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

/** Every word that the daemon reads, in its order: those of a variable or a ~SEQ line as often as they come. */
export const readWordsIn = remembered((document: Document): readonly Placed[] => {
  const raw = new Set(visitsOf(document).flatMap(({ statement, def }) => (def?.raw ? [statement] : [])));
  return [...walk(document.tree.statements)].flatMap((statement) =>
    [statement.keyword, ...statement.args]
      .filter(({ at }) => at.start !== at.end)
      .map((word) => ({ word, statement, raw: raw.has(statement) && word !== statement.keyword })),
  );
});

/** Every word of a document, in its order. A word that a ~SEQ line repeats comes once. */
export const wordsIn = remembered((document: Document): readonly Placed[] => {
  const seen = new Set<string>();
  return readWordsIn(document).filter(({ word }) => {
    const place = placeOf(word.at);
    return !seen.has(place) && seen.add(place);
  });
});

const placeOf = ({ source, start, end }: Span): string => `${source.path}\0${start}\0${end}`;

/** Keywords whose values are secret. */
export const isSecret = ({ keyword }: Statement): boolean => /^(auth_pass|password|key)$/.test(keyword.value);

/** A word as a message may show it: a secret by its first letter only. */
export const shown = (word: Word, statement: Statement): string =>
  isSecret(statement) && word !== statement.keyword ? masked(word.value) : word.value;
