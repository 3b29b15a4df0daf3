import type { Pacemaker, Score } from "../../parsers/pacemaker/model.ts";
import { allRules, allSets } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

/** crmsh reads scores of its own and refuses what is none: crmsh/syntax. */
export const scoreSyntax = pacemakerRule({
  id: "pacemaker/score-syntax",
  severity: "error",
  summary: "A score must be a whole number or INFINITY",
  daemon: "rejects",
  check(model, report) {
    const { syntax, validateWith } = model;
    if (syntax !== "cib") return;
    const checked = validateWith !== undefined && validateWith.value !== "none";
    for (const { word, value } of scoresOf(model)) {
      if (value !== undefined || word.hole) continue;
      const text = intended(word.value);
      report(word.at, `score ${word.value || '""'} is neither a whole number nor INFINITY`, {
        daemon: checked ? "rejects" : "warns",
        ...(text ? { fix: { title: `write ${text}`, safe: true, edits: [{ at: word.at, text }] } } : {}),
      });
    }
  },
});

/** Other spellings of infinity leave no doubt. */
function intended(text: string): string | undefined {
  const match = /^([+-]?)inf(?:inity)?$/i.exec(text.trim());
  return match ? `${match[1] === "-" ? "-" : ""}INFINITY` : undefined;
}

const scoresOf = (model: Pacemaker): readonly Score[] =>
  [...model.locations, ...model.colocations, ...model.orders, ...allSets(model), ...allRules(model)].flatMap(
    ({ score }) => score ?? [],
  );
