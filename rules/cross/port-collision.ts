import { plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const portCollision = nodeRule({
  id: "cross/port-collision",
  severity: "error",
  summary: "Two services of one node must not listen on the same address and port",
  daemon: "silent",
  check({ facts }, report) {
    for (const [i, one] of facts.ports.entries()) {
      const first = facts.ports
        .slice(0, i)
        .find(
          (other) =>
            other.port === one.port &&
            other.protocol === one.protocol &&
            other.service !== one.service &&
            (!other.ip || !one.ip || plainIp(other.ip) === plainIp(one.ip)),
        );
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
