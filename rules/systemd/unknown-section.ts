import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const sections = [
  "Unit",
  "Service",
  "Install",
  "Mount",
  "Automount",
  "Timer",
  "Socket",
  "Path",
  "Swap",
  "Slice",
  "Scope",
  "Target",
];

export const unknownSection = modelRule({
  id: "systemd/unknown-section",
  format: systemd,
  severity: "error",
  summary: "A section must have a name that systemd knows",
  daemon: "warns",
  check(_, report, { document }) {
    for (const { keyword } of document.tree.statements) {
      if (sections.includes(keyword.value) || /^X-/.test(keyword.value) || keyword.hole) continue;
      const guess = nearest(keyword.value, sections);
      if (guess)
        report(
          keyword.at,
          `unknown section ${keyword.value}, did you mean ${guess}? systemd ignores all of it`,
          {
            fix: {
              title: `replace with [${guess}]`,
              safe: false,
              edits: [{ at: keyword.at, text: `[${guess}]` }],
            },
          },
        );
    }
  },
});
