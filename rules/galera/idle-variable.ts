import { compareVersions } from "../../parsers/core/schema.ts";
import { variables } from "../../parsers/mycnf/names.ts";
import { nodeRule } from "../rule.ts";
import { machineOf } from "./machine.ts";

export const idleVariable = nodeRule({
  id: "galera/idle-variable",
  severity: "warning",
  summary: "A variable that MariaDB no longer uses should go",
  daemon: "warns",
  check(node, report, { targets }) {
    const machine = machineOf(node);
    if (!machine || !targets.mariadb || compareVersions(targets.mariadb, "10.11") < 0) return;
    for (const { name, written, statement } of machine.options)
      if (variables().idle.has(name))
        report(
          statement.keyword.at,
          `MariaDB takes ${written} for the sake of old files only: it does nothing any more`,
        );
  },
});
