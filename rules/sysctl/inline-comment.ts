import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";

export const inlineComment = modelRule<Sysctl>({
  id: "sysctl/inline-comment",
  severity: "warning",
  summary: "A comment must have a line of its own: behind a value # and ; belong to the value",
  daemon: "silent",
  format: sysctl,
  check({ settings }, report) {
    for (const { key, value, word } of settings) {
      const sign = value.search(/[ \t][#;]/);
      if (sign < 0 || word.hole || key === "kernel.core_pattern") continue;
      const at = word.at.with({ start: word.at.start + sign + 1 });
      const blanks = /[ \t]*$/.exec(value.slice(0, sign + 1))![0].length;
      report(at, `${value[sign + 1]} begins no comment here: the kernel is given these words too`, {
        fix: {
          title: "delete the comment",
          safe: false,
          edits: [{ at: at.with({ start: at.start - blanks }), text: "" }],
        },
      });
    }
  },
});
