import { keepalived } from "../../parsers/keepalived/index.ts";
import { clusterRule } from "../rule.ts";
import { documentsOf } from "./model.ts";

export const routerIdDuplicate = clusterRule({
  id: "cluster/router-id-duplicate",
  severity: "info",
  summary: "Each node should have a router_id of its own",
  daemon: "silent",
  check(cluster, report) {
    const ids = cluster.nodes.flatMap((node) =>
      documentsOf(node, keepalived).flatMap(({ model }) => {
        const { routerId } = model.globals;
        return routerId ? [{ node, routerId }] : [];
      }),
    );
    for (const [i, { node, routerId }] of ids.entries()) {
      const first = ids.slice(0, i).find((one) => one.node !== node && one.routerId.value === routerId.value);
      if (first)
        report(
          routerId.word.at,
          `router_id ${routerId.value} is also that of ${first.node.name}: mails and SNMP traps do not tell which machine they come from`,
          { related: [{ at: first.routerId.word.at, message: "the same router_id" }] },
        );
    }
  },
});
