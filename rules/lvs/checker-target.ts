import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { headOf, portAt, titleOf } from "./servers.ts";

export const checkerTarget = modelRule({
  id: "lvs/checker-target",
  severity: "warning",
  summary: "A checker should ask the address and port that serve the clients",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers)
      for (const server of service.realServers) {
        const ownPort = portAt(server.statement, 1);
        const port =
          ownPort === 0 && service.service?.kind === "address" ? portAt(service.statement, 1) : ownPort;
        const related = [{ at: headOf(server), message: "what the clients are sent to" }];
        for (const { kind, connectIp, connectPort } of server.checkers) {
          if (connectIp && server.ip && plainIp(connectIp.value) !== plainIp(server.ip.value))
            report(
              connectIp.word.at,
              `${kind} asks ${connectIp.value}, not ${server.ip.value}: ${titleOf(server)} may be dead and count as alive`,
              { related },
            );
          else if (connectPort && port && connectPort.value !== port)
            report(
              connectPort.word.at,
              `${kind} asks port ${connectPort.value}, not ${port}: ${titleOf(server)} may refuse clients and count as alive`,
              { related },
            );
        }
      }
  },
});
