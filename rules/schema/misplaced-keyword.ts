import { akin, keywordsOf } from "../../parsers/core/schema.ts";
import { documentRule } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { placesOf } from "./unknown-keyword.ts";
import { placeTitle, unknownVisits, verdictFor } from "./visits.ts";

export const misplacedKeyword = documentRule({
  id: "schema/misplaced-keyword",
  scope: "section",
  severity: "error",
  summary: "A keyword must stand in the block that it belongs to",
  daemon: "by format",
  check(document, report) {
    const { schema } = document.format;
    for (const { statement, place, placeDef } of unknownVisits(document)) {
      const { keyword } = statement;
      if (keyword.hole || !placeDef.complete) continue;
      const homes = placesOf(document, keyword.value);
      const kin = homes.find((home) => akin(schema, home, place));
      if (homes.length === 0 || (!kin && nearest(keyword.value, Object.keys(keywordsOf(schema, place)))))
        continue;
      const where = [...new Set(homes.map((home) => placeTitle(document, home)))];
      const shown = where.length > 3 ? `${where.slice(0, 3).join(", ")} …` : where.join(" or ");
      report(
        keyword.at,
        `${keyword.value} is not known in ${placeTitle(document, place)}; it belongs in ${shown}`,
        {
          daemon: verdictFor(
            document,
            "misplaced-keyword",
            kin ? keywordsOf(schema, kin)[keyword.value] : undefined,
          ),
        },
      );
    }
  },
});
