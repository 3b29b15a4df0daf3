import { cover } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesNamed } from "./lines.ts";

export const conditionBlank = modelRule({
  id: "haproxy/condition-blank",
  scope: "section",
  severity: "warning",
  summary: "A blank among the arguments of an .if predicate is part of the argument",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const { args } of linesNamed({ statements }, ".if", ".elif")) {
      for (const [i, word] of args.entries()) {
        const next = args[i + 1];
        if (next && /[(,]$/.test(word.value) && word.value !== "(")
          report(cover(word.at, next.at), `the blank after ${word.value.at(-1)} is part of the argument`);
      }
    }
  },
});
