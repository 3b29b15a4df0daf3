import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";
import { sizeOf } from "./stick-tables.ts";

/** tune.bufsize where no line sets it. */
const usual = 16384;

export const maxrewriteTooLarge = modelRule({
  id: "haproxy/maxrewrite-too-large",
  severity: "warning",
  summary: "tune.maxrewrite cannot take more than half of a buffer",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const word = globalLine(model, "tune.maxrewrite")?.args[0];
    const reserve = word && sizeOf(word);
    const bufferWord = globalLine(model, "tune.bufsize")?.args[0];
    const buffer = bufferWord ? sizeOf(bufferWord) : usual;
    if (!word || reserve === undefined || buffer === undefined || reserve <= buffer / 2) return;
    report(word.at, `tune.maxrewrite ${word.value} is cut to ${buffer / 2}, half of tune.bufsize`);
  },
});
