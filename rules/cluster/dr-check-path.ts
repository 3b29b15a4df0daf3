import { clusterRule } from "../rule.ts";
import { splitPaths } from "./split-path.ts";

export const drCheckPath = clusterRule({
  id: "cluster/dr-check-path",
  severity: "info",
  summary: "A health check should go the way that the answers to clients go",
  daemon: "silent",
  check(cluster, report) {
    for (const { server, incoming, gateway } of splitPaths(cluster)) {
      const [first] = server.served.filter(
        ({ target, balanced }) => target.kind === "real_server" && balanced,
      );
      if (first?.target.kind !== "real_server" || first.target.entry.checkers.length === 0) continue;
      const { name } = server.node;
      report(
        first.target.ip.word.at,
        `the check reaches ${name} on ${incoming.interface}, but its answers to clients leave on ${gateway.interface}: a dead ${gateway.interface} goes unseen`,
        {
          related: [
            { at: incoming.at, message: `the address that is checked` },
            { at: gateway.at, message: `the way to the clients` },
          ],
        },
      );
    }
  },
});
