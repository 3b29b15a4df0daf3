import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";

export const syntax = modelRule<Sysctl>({
  id: "sysctl/syntax",
  severity: "error",
  summary: "A line must be key = value, a comment, or -key",
  daemon: "rejects",
  format: sysctl,
  check({ invalid }, report) {
    for (const { at, keyword, args } of invalid) {
      const [value] = args;
      if (value || keyword.at.start === keyword.at.end || keyword.value === "-")
        report(at, "no key stands before =: the line is skipped");
      else report(at, `${keyword.value} has no =: the line is skipped`);
    }
  },
});
