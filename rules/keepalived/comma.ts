import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { endingWith } from "./trailing-sign.ts";

export const comma = modelRule({
  id: "keepalived/comma",
  severity: "error",
  summary: "Values must be parted by blanks or lines, not by commas",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { text, sign } of endingWith(document, ","))
      report(sign, `the comma becomes a part of the value: ${text}`, {
        fix: { title: "delete the comma", safe: true, edits: [{ at: sign, text: "" }] },
      });
  },
});
