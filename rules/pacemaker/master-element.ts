import { compareVersions } from "../../parsers/core/schema.ts";
import { pacemakerRule } from "./rule.ts";

export const masterElement = pacemakerRule({
  id: "pacemaker/master-element",
  severity: "warning",
  summary: "A promotable resource should be a clone with promotable=true",
  daemon: "silent",
  check({ clones }, report, { targets }) {
    const version = targets.pacemaker ?? "2.0.0";
    if (compareVersions(version, "2.0.0") < 0) return;
    const gone =
      compareVersions(version, "3.0.0") >= 0 ? "is gone since Pacemaker 3.0.0" : "goes in Pacemaker 3.0.0";
    for (const { element, id, statement } of clones)
      if (element === "master")
        report(
          statement.keyword.at,
          `${statement.keyword.value} ${gone}: ${id.value} should be a clone with promotable=true`,
        );
  },
});
