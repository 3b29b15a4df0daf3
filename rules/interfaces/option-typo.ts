import { interfaces } from "../../parsers/interfaces/index.ts";
import type { Interfaces } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { headerMeant, optionMeant } from "./words.ts";

export const optionTypo = modelRule<Interfaces>({
  id: "interfaces/option-typo",
  severity: "warning",
  summary: "An option that nobody reads and that resembles a known one is a misspelling",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    for (const { name: iface, options } of stanzas)
      for (const { name, keyword } of options) {
        if (keyword.hole) continue;
        const header = headerMeant(name);
        const guess = header ?? optionMeant(name);
        if (!guess) continue;
        const message = header
          ? `${name} is read as an option of ${iface.value}, did you mean ${header}?`
          : `ifupdown knows no option ${name} and only hands it to scripts, did you mean ${guess}?`;
        report(keyword.at, message, { fix: rename(keyword, guess) });
      }
  },
});
