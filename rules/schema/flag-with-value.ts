import { compareVersions } from "../../parsers/core/schema.ts";
import { cover } from "../../parsers/core/source.ts";
import { documentRule } from "../rule.ts";
import { verdictFor, visitsWhere } from "./visits.ts";

const off = new Set(["no", "off", "false", "0", "disable", "disabled"]);

export const flagWithValue = documentRule({
  id: "schema/flag-with-value",
  scope: "section",
  severity: "error",
  summary: "A flag takes no value: any word after it is ignored and the flag is set",
  daemon: "by format",
  check(document, report, { targets }) {
    const { schema } = document.format;
    const version = targets[schema.daemon] ?? schema.supported.max;
    for (const { statement, def, args } of visitsWhere(document, (def) => def.flag)) {
      const first = args[0];
      if (!def?.flag || !first || first.hole) continue;
      if (typeof def.flag === "string" && compareVersions(version, def.flag) > 0) continue;
      const negative = off.has(first.value.toLowerCase());
      const { keyword } = statement;
      const message = negative
        ? `${keyword.value} ${first.value} sets ${keyword.value} all the same: the word after a flag is ignored`
        : `${keyword.value} takes no value: ${first.value} is ignored`;
      const words = cover(first.at, args.at(-1)!.at);
      report(words, message, {
        severity: negative ? "error" : "warning",
        daemon: verdictFor(document, "flag-with-value", def, targets),
        fix: negative
          ? {
              title: "delete the line, so that the flag is not set",
              safe: false,
              edits: [{ at: statement.at, text: "" }],
            }
          : {
              title: "delete the word",
              safe: true,
              edits: [{ at: words.with({ start: keyword.at.end }), text: "" }],
            },
      });
    }
  },
});
