import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { filesOf, found } from "./files.ts";

export const deadCondition = modelRule({
  id: "keepalived/dead-condition",
  severity: "warning",
  summary: "An @ condition must be followed at once by a configuration id",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const source of filesOf(document))
      for (const { at } of found(document, source, /(?<=^[ \t]*)@\^?(?=[ \t\r]|$)[ \t]*/gm)) {
        const sign = source.text.slice(at.start, at.end).trimEnd();
        report(
          at.with({ end: at.start + sign.length }),
          `${sign} has no configuration id after it: no host reads this line`,
          {
            ...(at.end > at.start + sign.length
              ? {
                  fix: {
                    title: "delete the blank",
                    safe: false,
                    edits: [{ at: at.with({ start: at.start + sign.length }), text: "" }],
                  },
                }
              : {}),
          },
        );
      }
  },
});
