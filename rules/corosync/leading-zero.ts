import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const leadingZero = modelRule({
  id: "corosync/leading-zero",
  severity: "warning",
  summary: "A number should stand without leading zeros",
  format: corosync,
  daemon: "silent",
  check(_, report, { document }) {
    for (const { statement, slots } of visitsOf(document))
      for (const { word, arg } of slots?.slots ?? []) {
        if (word.hole || !/^[iu]\d+$/.test(arg.type ?? "") || !/^0\d+$/.test(word.value)) continue;
        const value = word.value.replace(/^0+(?=\d)/, "");
        report(
          word.at,
          `${statement.keyword.value} ${word.value} is ${value}: a leading zero means no octal here`,
          {
            fix: { title: `write ${value}`, safe: true, edits: [{ at: word.at, text: value }] },
          },
        );
      }
  },
});
