import { remembered } from "../../parsers/core/remembered.ts";
import { akin, keywordsOf } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { type Document, documentRule, type Fix, type Targets } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { placeTitle, standing, unknownVisits, type Visit, verdictFor } from "./visits.ts";

export const unknownKeyword = documentRule({
  id: "schema/unknown-keyword",
  scope: "section",
  severity: "error",
  summary: "A keyword must be one that its daemon knows in that place",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const visit of unknownVisits(document)) {
      const { statement, place, placeDef } = visit;
      if (statement.keyword.hole || !(placeDef.complete || placeDef.typos)) continue;
      const homes = placesOf(document, statement.keyword.value);
      if (homes.some((home) => akin(document.format.schema, home, place))) continue;
      const guess = nearest(statement.keyword.value, usable(document, visit, targets));
      if (!guess && (!placeDef.complete || homes.length > 0)) continue;
      const where = placeTitle(document, place);
      report(unknownPart(document, visit), unknownMessage(statement.keyword, where, guess), {
        daemon: verdictFor(document, "unknown-keyword", undefined, targets),
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

/** Of a keyword of several words (`option httpchck`) those after the first, where some keyword of the place begins with it. */
function unknownPart(document: Document, { statement, place }: Visit): Span {
  const { at } = statement.keyword;
  const [, first, blanks = ""] =
    /^([^ \t]+)([ \t]+)[^ \t]/.exec(at.source.text.slice(at.start, at.end)) ?? [];
  const family = Object.keys(keywordsOf(document.format.schema, place)).some((name) =>
    name.startsWith(`${first} `),
  );
  return first && family ? at.with({ start: at.start + first.length + blanks.length }) : at;
}

/** The keywords of this place that the target's version knows. */
function usable(document: Document, { place }: Visit, targets: Targets): readonly string[] {
  const { schema } = document.format;
  const keywords = keywordsOf(schema, place);
  const version = targets[schema.daemon] ?? "any";
  const names =
    byVersion(keywords).get(version) ??
    Object.entries(keywords)
      .filter(([, def]) => standing(document, def, targets) === "known")
      .map(([name]) => name);
  byVersion(keywords).set(version, names);
  return names;
}

const byVersion = remembered((_: ReturnType<typeof keywordsOf>) => new Map<string, readonly string[]>());

/** The places that know this keyword. */
export const placesOf = (document: Document, keyword: string): string[] => {
  const { schema } = document.format;
  return Object.keys(schema.places).filter((place) => Object.hasOwn(keywordsOf(schema, place), keyword));
};
