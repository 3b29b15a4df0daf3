import { type Span, span } from "../../parsers/core/source.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { documentsOf } from "./model.ts";

/** What o2net compares when two nodes meet (o2net_check_handshake), with the values where nothing is set. */
const compared: Readonly<Record<string, string>> = {
  O2CB_HEARTBEAT_THRESHOLD: "31",
  O2CB_IDLE_TIMEOUT_MS: "30000",
  O2CB_KEEPALIVE_DELAY_MS: "2000",
};

export const o2cbTimeoutMismatch = clusterRule({
  id: "cluster/o2cb-timeout-mismatch",
  severity: "error",
  summary: "All nodes of an OCFS2 cluster must have the same o2cb timeouts",
  daemon: "silent",
  check({ nodes }, report) {
    const files = nodes.flatMap((node) =>
      documentsOf(node, o2cb).map(({ model, tree }) => ({ node, model, tree })),
    );
    const clusters = new Set(files.map(({ model }) => model.get("O2CB_BOOTCLUSTER")?.value));
    for (const cluster of clusters) {
      const members = files.filter(({ model }) => model.get("O2CB_BOOTCLUSTER")?.value === cluster);
      for (const [name, standard] of Object.entries(compared)) {
        type File = (typeof files)[number];
        const valueIn = ({ model }: File): string => model.get(name)?.value ?? standard;
        const at = ({ model, tree }: File): Span =>
          model.get(name)?.word.at ?? tree.statements[0]?.keyword.at ?? span(tree.source, 0, 0);
        for (const { one, others } of differences(members, valueIn))
          report(
            at(one),
            `${name} ${valueIn(one)} here, ${valuesBy(others, valueIn, ({ node }) => node.name)}: o2net refuses the connection between them`,
            { related: others.map((other) => ({ at: at(other), message: `what ${other.node.name} has` })) },
          );
      }
    }
  },
});
