import { gluster } from "../../parsers/gluster/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { common, optionsOf } from "./translators.ts";

export const unknownOption = modelRule({
  id: "gluster/unknown-option",
  format: gluster,
  severity: "warning",
  summary: "An option must be one that its translator knows",
  daemon: "silent",
  check({ volumes }, report) {
    for (const { type, options } of volumes) {
      const known = type && optionsOf(type.value);
      if (!known) continue;
      for (const { name } of options) {
        if (common.test(name.value) || known.some((one) => fits(one, name.value))) continue;
        const guess = nearest(
          name.value,
          known.filter((one) => !one.includes("*")),
        );
        if (guess)
          report(name.word.at, `${type.value} has no option ${name.value}, did you mean ${guess}?`, {
            fix: rename(name.word, guess),
          });
      }
    }
  },
});

/** Options of a table may hold `*` for any letters. */
const fits = (pattern: string, name: string): boolean =>
  pattern === name ||
  (pattern.includes("*") && new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`).test(name));

const escaped = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
