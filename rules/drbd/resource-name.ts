import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const resourceName = modelRule({
  id: "drbd/resource-name",
  severity: "warning",
  summary: "A resource should have a name that drbdadm and udev can tell apart from all else",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { name } of resources) {
      if (name.word.hole) continue;
      if (name.value === "all") report(name.word.at, "resource all: drbdadm takes all for every resource");
      else if (/[\s/]/.test(name.value))
        report(
          name.word.at,
          `resource ${name.value}: drbdadm takes what follows a slash for a volume, and udev makes no link with a blank`,
        );
    }
  },
});
