import { akin, keywordsOf } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { type Document, documentRule, type Fix, type Targets } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { placeTitle, standing, type Visit, verdictFor, visitsOf } from "./visits.ts";

export const unknownKeyword = documentRule({
  id: "schema/unknown-keyword",
  severity: "error",
  summary: "A keyword must be one that its daemon knows in that place",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const visit of visitsOf(document)) {
      const { statement, place, def, placeDef } = visit;
      if (def || statement.keyword.hole || !(placeDef.complete || placeDef.typos)) continue;
      const homes = placesOf(document, statement.keyword.value);
      if (homes.some((home) => akin(document.format.schema, home, place))) continue;
      const guess = nearest(statement.keyword.value, usable(document, visit, targets));
      if (!guess && (!placeDef.complete || homes.length > 0)) continue;
      const where = placeTitle(document, place);
      report(statement.keyword.at, unknownMessage(statement.keyword, where, guess), {
        daemon: verdictFor(document, "unknown-keyword"),
        ...(placeDef.complete ? {} : { severity: "warning" as const }),
        ...(guess ? { fix: rename(statement.keyword, guess) } : {}),
      });
    }
  },
});

export const unknownMessage = (word: Word, where: string, guess: string | undefined): string =>
  `unknown keyword ${word.value} in ${where}${guess ? `, did you mean ${guess}?` : ""}`;

export const rename = (word: Word, name: string): Fix => ({
  title: `replace with ${name}`,
  safe: false,
  edits: [{ at: word.at, text: name }],
});

/** The keywords of this place that the target's version knows. */
const usable = (document: Document, { place }: Visit, targets: Targets): string[] =>
  Object.entries(keywordsOf(document.format.schema, place))
    .filter(([, def]) => standing(document, def, targets) === "known")
    .map(([name]) => name);

/** The places that know this keyword. */
export const placesOf = (document: Document, keyword: string): string[] => {
  const { schema } = document.format;
  return Object.keys(schema.places).filter((place) => Object.hasOwn(keywordsOf(schema, place), keyword));
};
