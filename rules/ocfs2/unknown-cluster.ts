import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownCluster = modelRule({
  id: "ocfs2/unknown-cluster",
  format: ocfs2,
  severity: "error",
  summary: "A node or heartbeat stanza must name a cluster of the file, or it is left out",
  daemon: "silent",
  check({ clusters, nodes, heartbeats, whole }, report) {
    const names = clusters.flatMap(({ name }) => (name ? [name.value] : []));
    if (!whole || names.length < clusters.length) return;
    for (const { statement, cluster } of [...nodes, ...heartbeats]) {
      if (!cluster || names.includes(cluster.value)) continue;
      const guess = nearest(cluster.value, names) ?? (names.length === 1 ? names[0] : undefined);
      const what = statement.keyword.value;
      const { at } = cluster.word;
      report(
        at,
        `no cluster stanza is named ${cluster.value.trim()}: o2cb leaves this ${what} out without a word`,
        {
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at, text: guess }] } }
            : {}),
        },
      );
    }
  },
});
