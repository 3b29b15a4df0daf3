import { shortName } from "../cluster/machines.ts";
import { isLoopback } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const ownNameOnLoopback = nodeRule({
  id: "cross/own-name-on-loopback",
  severity: "warning",
  summary: "A node's own name should have its real address before any loopback address",
  daemon: "silent",
  check({ name: node, nameAt, facts }, report) {
    if (node === "") return;
    const own = facts.names.filter(({ name }) => name === node || name === shortName(node));
    const [first] = own;
    if (!first || !isLoopback(first.ip)) return;
    const real = own.find(({ ip }) => !isLoopback(ip));
    report(
      first.at,
      real
        ? `own name ${first.name} is ${first.ip}: the first line wins, and ${real.ip} further down is never used on this node`
        : `own name ${first.name} is ${first.ip}: what binds or announces itself by name cannot be reached by the other nodes`,
      {
        related: real
          ? [{ at: real.at, message: "the line that is never reached" }]
          : nameAt
            ? [{ at: nameAt, message: "the own name" }]
            : [],
      },
    );
  },
});
