import { type KeywordDef, keywordsOf } from "../../parsers/core/schema.ts";
import { blockEnd } from "../related.ts";
import { documentRule } from "../rule.ts";
import { standing, verdictFor, visitsWhere } from "./visits.ts";

export const missingSetting = documentRule({
  id: "schema/missing-setting",
  scope: "section",
  severity: "error",
  summary: "A block must have the settings without which it cannot work",
  daemon: "by format",
  check(document, report, { targets }) {
    if (!document.whole) return;
    for (const { statement, def } of visitsWhere(document, (def) => def.opens)) {
      if (!def?.opens || !statement.block) continue;
      const required = requiredOf(keywordsOf(document.format.schema, def.opens));
      if (required.length === 0) continue;
      const present = new Set(statement.block.statements.map(({ keyword }) => keyword.value));
      if (statement.block.statements.some(({ keyword }) => keyword.hole)) continue;
      for (const [name, inner] of required) {
        if (present.has(name) || standing(document, inner, targets) !== "known") continue;
        report(statement.keyword.at, `${statement.keyword.value} has no ${name}`, {
          daemon: verdictFor(document, "missing-setting", inner, targets),
          related: blockEnd(statement, `the block ends here without ${name}`),
        });
      }
    }
  },
});

type Keywords = Readonly<Record<string, KeywordDef>>;

const known = new WeakMap<Keywords, readonly (readonly [string, KeywordDef])[]>();

function requiredOf(keywords: Keywords): readonly (readonly [string, KeywordDef])[] {
  const required = known.get(keywords) ?? Object.entries(keywords).filter(([, def]) => def.required);
  known.set(keywords, required);
  return required;
}
