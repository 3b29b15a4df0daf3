import { gluster } from "../../parsers/gluster/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { translators } from "./translators.ts";

export const unknownTranslator = modelRule({
  id: "gluster/unknown-translator",
  format: gluster,
  severity: "error",
  summary: "A volume's type must be a translator that there is",
  daemon: "rejects",
  check({ volumes }, report) {
    for (const { type } of volumes) {
      if (!type || translators.has(type.value)) continue;
      const guess = nearest(type.value, translators);
      if (guess)
        report(type.word.at, `there is no translator ${type.value}, did you mean ${guess}?`, {
          fix: rename(type.word, guess),
        });
    }
  },
});
