import { hosts } from "../../parsers/hosts/index.ts";
import { modelRule } from "../rule.ts";

export const shortNameFirst = modelRule({
  id: "hosts/short-name-first",
  format: hosts,
  severity: "info",
  summary: "The name with its domain should stand before the short name",
  daemon: "silent",
  check({ entries }, report) {
    for (const { names } of entries) {
      const [first, ...others] = names;
      const full = first && others.find(({ value }) => value.startsWith(`${first.value}.`));
      if (!full || first.value === "localhost") continue;
      report(
        first.at,
        `${first.value} stands before ${full.value}: hostname -f gives the name without its domain`,
        {
          fix: {
            title: "swap the two names",
            safe: false,
            edits: [
              { at: first.at, text: full.value },
              { at: full.at, text: first.value },
            ],
          },
        },
      );
    }
  },
});
