import type { PortFact } from "../cluster/model.ts";
import { plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const portCollision = nodeRule({
  id: "cross/port-collision",
  severity: "error",
  summary: "Two services of one node must not listen on the same address and port",
  daemon: "silent",
  check({ facts }, report) {
    const byPort = new Map<string, PortFact[]>();
    for (const one of facts.ports) {
      const key = `${one.protocol} ${one.port}`;
      const earlier = byPort.get(key) ?? [];
      const first = earlier.find(
        (other) =>
          other.service !== one.service && (!other.ip || !one.ip || plainIp(other.ip) === plainIp(one.ip)),
      );
      byPort.set(key, [...earlier, one]);
      if (first && first.at.source !== one.at.source)
        report(
          one.at,
          `port ${one.port} of ${one.service} is also that of ${first.service}: whichever starts second fails`,
          {
            related: [{ at: first.at, message: first.service }],
          },
        );
    }
  },
});
