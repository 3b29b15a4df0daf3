import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { literalsOf } from "./literal.ts";

export const quotedValue = modelRule({
  id: "corosync/quoted-value",
  severity: "error",
  summary: "A value must stand without quotes",
  format: corosync,
  daemon: "silent",
  check(_, report, { document }) {
    for (const { word, key, daemon, result } of literalsOf(document, "quotes")) {
      report(word.at, `the quotes are part of ${key}'s value${result}`, {
        daemon,
        fix: {
          title: "remove the quotes",
          safe: true,
          edits: [{ at: word.at, text: word.value.slice(1, -1).trim() }],
        },
      });
    }
  },
});
