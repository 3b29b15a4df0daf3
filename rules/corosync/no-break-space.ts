import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { literalsOf } from "./literal.ts";

export const noBreakSpace = modelRule({
  id: "corosync/no-break-space",
  severity: "error",
  summary: "Blanks beside a value must be plain ones",
  format: corosync,
  daemon: "silent",
  check(_, report, { document }) {
    for (const { word, key, daemon, result } of literalsOf(document, "no-break space")) {
      const value = word.value.replace(/^\u00a0+|\u00a0+$/g, "").trim();
      report(word.at, `a no-break space is part of ${key}'s value${result}`, {
        daemon,
        fix: { title: "remove the no-break space", safe: true, edits: [{ at: word.at, text: value }] },
      });
    }
  },
});
