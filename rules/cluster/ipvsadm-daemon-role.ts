import { ipvsadmDefault } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { type Cluster, modelsOf, type Node } from "./model.ts";

export const ipvsadmDaemonRole = clusterRule({
  id: "cluster/ipvsadm-daemon-role",
  severity: "error",
  summary: "The synchronization daemons of two directors must be one master and one backup with the same id",
  daemon: "silent",
  check(cluster, report) {
    const [first, ...others] = daemonsOf(cluster);
    for (const other of first ? others : []) {
      const same = first!.daemon.value === other.daemon.value && first!.daemon.value !== "both";
      const [id, otherId] = [first!, other].map(({ variables }) => variables.get("SYNCID"));
      if (same)
        report(
          other.daemon.word.at,
          `DAEMON=${other.daemon.value} here and on ${first!.node.name}: no connection table reaches the other`,
          { related: [{ at: first!.daemon.word.at, message: `the role of ${first!.node.name}` }] },
        );
      if (id && otherId && id.value !== otherId.value)
        report(
          otherId.word.at,
          `SYNCID ${otherId.value} here, ${id.value} on ${first!.node.name}: neither daemon listens to the other`,
          {
            related: [{ at: id.word.at, message: `the id of ${first!.node.name}` }],
          },
        );
    }
  },
});

/** The nodes on which ipvsadm itself runs a synchronization daemon. */
const daemonsOf = ({ nodes }: Cluster) =>
  nodes.flatMap((node: Node) =>
    modelsOf(node, ipvsadmDefault).flatMap((variables) => {
      const daemon = variables.get("DAEMON");
      return daemon && ["master", "backup", "both"].includes(daemon.value)
        ? [{ node, variables, daemon }]
        : [];
    }),
  );
