import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding } from "./lines.ts";

/** Sections that begin without a name. */
const nameless = /^(global|defaults)$/;

export const scopeLine = modelRule({
  id: "haproxy/scope-line",
  scope: "section",
  severity: "warning",
  summary: "A line in square brackets begins no section",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const { keyword, args } of linesHolding({ statements }, /\[[\w.:-]+\]/g)) {
      const name = /^\[([A-Za-z0-9_.:-]+)\]$/.exec(keyword.value)?.[1];
      if (!name || args.length > 0) continue;
      report(
        keyword.at,
        `[${name}] is passed over: it begins no section, and the lines after it belong to the one before`,
        nameless.test(name)
          ? { fix: { title: `write ${name}`, safe: false, edits: [{ at: keyword.at, text: name }] } }
          : {},
      );
    }
  },
});
