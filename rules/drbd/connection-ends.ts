import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const connectionEnds = modelRule({
  id: "drbd/connection-ends",
  severity: "error",
  summary: "A connection must have two ends",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { connections, shown } of resources) {
      if (shown) continue;
      for (const { statement, paths } of connections) {
        if (paths.length === 0) report(statement.keyword.at, "connection has no host: it needs two");
        for (const path of paths) {
          const { keyword } = path.statement;
          if (path.endpoints.length !== 2)
            report(
              keyword.at,
              `${keyword.value} has ${path.endpoints.length === 1 ? "one host" : `${path.endpoints.length} hosts`}: it needs two`,
            );
        }
      }
    }
  },
});
