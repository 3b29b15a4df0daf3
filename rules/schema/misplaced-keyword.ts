import { remembered } from "../../parsers/core/remembered.ts";
import {
  akin,
  type FormatSchema,
  type KeywordDef,
  keywordsOf,
  type Verdict,
} from "../../parsers/core/schema.ts";
import { type Document, documentRule, type Targets } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { placesOf } from "./unknown-keyword.ts";
import { placeTitle, severityOf, standing, unknownVisits, verdictFor } from "./visits.ts";

export const misplacedKeyword = documentRule({
  id: "schema/misplaced-keyword",
  scope: "section",
  severity: "error",
  summary: "A keyword must stand in the block that it belongs to",
  daemon: "by format",
  check(document, report, { targets }) {
    const { schema } = document.format;
    for (const { statement, place, placeDef } of unknownVisits(document)) {
      const { keyword } = statement;
      if (keyword.hole || !placeDef.complete) continue;
      const homes = placesOf(document, keyword.value);
      const kin = homes.filter((home) => akin(schema, home, place));
      if (homes.length === 0 || (!kin[0] && nearest(keyword.value, Object.keys(keywordsOf(schema, place)))))
        continue;
      const real = (kin[0] ? kin : homes).filter((home) => opened(schema).has(home));
      const where = [...new Set((real[0] ? real : homes).map((home) => placeTitle(document, home)))];
      const shown = where.length > 3 ? `${where.slice(0, 3).join(", ")} …` : where.join(" or ");
      const def = kin[0] ? keywordsOf(schema, kin[0])[keyword.value] : undefined;
      const daemon = placeDef.verdicts
        ? verdictFor(document, "misplaced-keyword", placeDef, targets)
        : verdict(document, def, targets);
      report(
        keyword.at,
        `${keyword.value} is not known in ${placeTitle(document, place)}; it belongs in ${shown}`,
        { daemon, severity: severityOf(document, "misplaced-keyword", daemon, targets) },
      );
    }
  },
});

/** The places that stand in a file: the others are only parts of them. */
const opened = remembered(
  ({ root, places }: FormatSchema): ReadonlySet<string> =>
    new Set([
      root,
      ...Object.values(places).flatMap(({ keywords = {} }) =>
        Object.values(keywords).flatMap(({ opens }) => opens ?? []),
      ),
    ]),
);

/** A release that does not know the keyword at all takes it nowhere. */
function verdict(document: Document, def: KeywordDef | undefined, targets: Targets): Verdict {
  const isKnown = !def || standing(document, def, targets) === "known";
  return verdictFor(document, isKnown ? "misplaced-keyword" : "keyword-version", def, targets);
}
