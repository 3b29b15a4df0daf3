import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";

export const checkerFamily = modelRule({
  id: "lvs/checker-family",
  severity: "error",
  summary: "A checker must bind to an address of the family that it connects to",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const server of virtualServers.flatMap(({ realServers }) => realServers))
      for (const { kind, bindTo, connectIp } of server.checkers) {
        const target = connectIp ?? server.ip;
        if (!bindTo || !target || familyOf(bindTo.value) === familyOf(target.value)) continue;
        const result = `the checker asks ${target.value} over IPv${familyOf(target.value)}`;
        report(bindTo.word.at, `bindto ${bindTo.value} is ignored: ${result}`, {
          related: [{ at: target.word.at, message: "the address asked" }],
          ...(kind === "SMTP_CHECK" && !connectIp ? { daemon: "silent" as const } : {}),
        });
      }
  },
});
