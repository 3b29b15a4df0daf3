import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { headOf, isComplete, titleOf } from "./servers.ts";

export const uncheckedRealServer = modelRule({
  id: "lvs/unchecked-real-server",
  severity: "warning",
  summary: "A real_server should have a checker",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    for (const server of virtualServers.flatMap(({ realServers }) => realServers))
      if (isComplete(server) && server.checkers.length === 0)
        report(
          headOf(server),
          `${titleOf(server)} has no checker: when it dies, it is still sent its share of the connections`,
        );
  },
});
