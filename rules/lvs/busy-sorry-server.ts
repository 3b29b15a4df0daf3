import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { headOf, keyOf, titleOf } from "./servers.ts";

export const busySorryServer = modelRule({
  id: "lvs/busy-sorry-server",
  severity: "warning",
  summary: "The sorry_server should not be one of the real servers",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const { realServers, sorryServer } of virtualServers) {
      const key = sorryServer?.ip && keyOf({ ip: sorryServer.ip, statement: sorryServer.statement });
      const same = key && realServers.find((server) => keyOf(server) === key);
      if (!same || !sorryServer) continue;
      report(
        headOf(sorryServer),
        `${titleOf(sorryServer)} is one of the real servers: when all are down, so is it`,
        {
          related: [{ at: headOf(same), message: "the same server" }],
        },
      );
    }
  },
});
