import { documentRule, type Fix } from "../rule.ts";
import { nearest } from "./suggest.ts";
import { verdictFor, visitsOf } from "./visits.ts";
import { fault, type Slot, shown } from "./words.ts";

export const wrongValue = documentRule({
  id: "schema/wrong-value",
  scope: "section",
  severity: "error",
  summary: "A value must be one that the keyword takes",
  daemon: "by format",
  check(document, report, { targets }) {
    for (const { slots } of visitsOf(document)) {
      for (const slot of slots?.slots ?? []) {
        const why = fault(document, slot);
        if (!why) continue;
        const { word, owner, arg, def } = slot;
        const subject = owner === word.value ? shown(slot) : `${owner} ${shown(slot)}`;
        const daemon = arg.verdict ?? verdictFor(document, "wrong-value", def, targets);
        report(word.at, `${subject} ${why}${arg.otherwise ? `: ${arg.otherwise}` : ""}`, {
          daemon,
          ...(arg.grave || daemon === "rejects" || daemon === "stops"
            ? {}
            : { severity: "warning" as const }),
          ...fixOf(slot),
        });
      }
    }
  },
});

function fixOf({ word, arg }: Slot): { fix?: Fix } {
  const guess = arg.oneOf && nearest(word.value, arg.oneOf);
  if (!guess || arg.secret) return {};
  const safe = guess.toLowerCase() === word.value.toLowerCase();
  return { fix: { title: `replace with ${guess}`, safe, edits: [{ at: word.at, text: guess }] } };
}
