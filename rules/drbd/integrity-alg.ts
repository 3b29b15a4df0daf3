import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOptions } from "./disks.ts";

export const integrityAlg = modelRule({
  id: "drbd/integrity-alg",
  severity: "info",
  summary: "data-integrity-alg should be used for a test only",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, statement } of netOptions(model))
      if (name === "data-integrity-alg" && value !== "" && value !== "no")
        report(
          statement.keyword.at,
          `${name} ${value} costs time for each block and drops connections where a page changes in flight`,
        );
  },
});
