import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";
import { slotsOf } from "../schema/words.ts";

export const leadingZero = modelRule({
  id: "keepalived/leading-zero",
  severity: "info",
  summary: "A number should be written without leading zeros",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { statement, def, placeDef, args } of visitsOf(document)) {
      if (!def) continue;
      for (const { word, owner, arg } of slotsOf(statement.keyword, def, args, def === placeDef.entry)
        .slots) {
        if (word.hole || !/^(u?int|port)$/.test(arg.type ?? "") || !/^0\d+$/.test(word.value)) continue;
        const plain = String(Number(word.value));
        report(word.at, `${owner} ${word.value} is ${plain}: a leading zero does not make it octal`, {
          fix: { title: `write ${plain}`, safe: true, edits: [{ at: word.at, text: plain }] },
        });
      }
    }
  },
});
