import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownLower = modelRule({
  id: "drbd/unknown-lower",
  severity: "error",
  summary: "A stacked resource must lie on a resource that is there",
  byAbsence: true,
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { document }) {
    if (!document.root || !document.whole) return;
    const names = resources.map(({ name }) => name.value);
    for (const { name, hosts } of resources)
      for (const { lower } of hosts) {
        if (!lower || lower.word.hole || names.includes(lower.value)) continue;
        const guess = nearest(
          lower.value,
          names.filter((one) => one !== name.value),
        );
        report(
          lower.word.at,
          `resource ${lower.value} below ${name.value} is not defined${guess ? `, did you mean ${guess}?` : ""}`,
          {
            ...(guess
              ? {
                  fix: {
                    title: `replace with ${guess}`,
                    safe: false,
                    edits: [{ at: lower.word.at, text: guess }],
                  },
                }
              : {}),
          },
        );
      }
  },
});
