import { clusterRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { listed } from "./compare.ts";
import { corosyncNodes } from "./corosync.ts";
import { pacemakersIn } from "./managed.ts";

export const corosyncPacemakerNodes = clusterRule({
  id: "cluster/corosync-pacemaker-nodes",
  severity: "error",
  summary: "Pacemaker must know the nodes of corosync by the same names",
  daemon: "silent",
  check(cluster, report) {
    const [list] = corosyncNodes(cluster);
    const names = list?.model.nodes.flatMap(({ name, addresses }) => {
      const [ring0] = addresses;
      return name ? [name] : ring0 && !ring0.numeric ? [ring0] : [];
    });
    if (!list?.model.certain || !names || names.length === 0 || names.length < list.model.nodes.length)
      return;
    for (const { model } of pacemakersIn(cluster)) {
      const members = model.nodes.filter(
        ({ type, name }) => !name.hole && (!type || /^(?:member|normal)$/.test(type.value)),
      );
      for (const { name } of members) {
        if (names.some(({ value }) => value === name.value)) continue;
        const near = nearest(
          name.value,
          names.map(({ value }) => value),
        );
        report(
          name.at,
          `corosync has no node ${name.value}, only ${listed(names.map(({ value }) => value))}: Pacemaker waits for a machine that never comes`,
          {
            related: [
              {
                at: (names.find(({ value }) => value === near) ?? names[0]!).word.at,
                message: "a node of corosync",
              },
            ],
          },
        );
      }
    }
  },
});
