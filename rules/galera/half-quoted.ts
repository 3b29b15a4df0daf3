import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

export const halfQuoted = modelRule({
  id: "galera/half-quoted",
  format: galera,
  severity: "error",
  summary: "A value must have its quotes on both sides or on none",
  daemon: "silent",
  check({ groups }, report) {
    for (const { server, options } of groups)
      for (const { value } of server ? options : []) {
        if (!value || value.quote || value.hole) continue;
        const text = value.at.source.text.slice(value.at.start, value.at.end);
        const [quote = ""] = /^["']/.exec(text) ?? /["']$/.exec(text) ?? [];
        if (quote === "" || text.split(quote).length !== 2) continue;
        const start = value.at.start + text.indexOf(quote);
        const at = value.at.with({ start, end: start + 1 });
        report(at, `the other ${quote} is missing: this one counts as a part of the value`, {
          fix: { title: `delete ${quote}`, safe: false, edits: [{ at, text: "" }] },
        });
      }
  },
});
