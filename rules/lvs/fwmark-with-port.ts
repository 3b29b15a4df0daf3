import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { headOf, portAt, titleOf } from "./servers.ts";
import { marksOf, servedBy, targetsOf } from "./services.ts";

export const fwmarkWithPort = modelRule({
  id: "lvs/fwmark-with-port",
  severity: "warning",
  summary: "A server of a firewall mark has no port, unless by NAT",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const served of servedBy(model)) {
      const { service } = served;
      const [mark] = marksOf(served);
      if (!mark) continue;
      for (const { server, method } of targetsOf(service)) {
        if (!method || method === "NAT" || !portAt(server.statement, 1)) continue;
        const port = server.statement.args[1]!;
        report(
          port.at,
          `port ${port.value} of ${titleOf(server)} is ignored: with ${method} a packet keeps the port that it came to`,
          { related: [{ at: headOf(mark), message: "packets come by this mark, whatever their port" }] },
        );
      }
    }
  },
});
