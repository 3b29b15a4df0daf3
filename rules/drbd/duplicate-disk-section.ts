import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const duplicateDiskSection = modelRule({
  id: "drbd/duplicate-disk-section",
  severity: "error",
  summary: "A resource must have one disk section",
  daemon: "rejects",
  format: drbd,
  check({ common, resources }, report) {
    for (const { statement } of [...(common ? [common] : []), ...resources]) {
      const [first, ...more] = (statement.block?.statements ?? []).filter(
        ({ keyword, block }) => keyword.value === "disk" && block,
      );
      for (const one of more)
        report(one.keyword.at, "disk { } may stand once only", {
          related: [{ at: first!.keyword.at, message: "the first one" }],
        });
    }
  },
});
