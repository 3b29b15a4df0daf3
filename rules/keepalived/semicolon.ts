import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { endingWith } from "./trailing-sign.ts";

export const semicolon = modelRule({
  id: "keepalived/semicolon",
  severity: "error",
  summary: "A setting must end with its line, not with a semicolon",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { text, sign, last } of endingWith(document, ";"))
      if (last)
        report(sign, `the semicolon becomes a part of the value: ${text}`, {
          fix: { title: "delete the semicolon", safe: true, edits: [{ at: sign, text: "" }] },
        });
  },
});
