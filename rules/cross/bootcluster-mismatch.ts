import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import { listed } from "../cluster/compare.ts";
import { documentsOf, modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const bootclusterMismatch = nodeRule({
  id: "cross/bootcluster-mismatch",
  severity: "error",
  summary: "O2CB_BOOTCLUSTER must be the name of a cluster in cluster.conf",
  daemon: "silent",
  check(node, report) {
    const models = modelsOf(node, ocfs2);
    const names = models.flatMap(({ clusters }) => clusters.flatMap(({ name }) => name ?? []));
    if (
      names.length === 0 ||
      models.some(({ whole, clusters }) => !whole || clusters.some(({ name }) => !name))
    )
      return;
    for (const { model: variables, whole } of documentsOf(node, o2cb)) {
      const boot = variables.get("O2CB_BOOTCLUSTER");
      if (!boot) {
        const enabled = variables.get("O2CB_ENABLED");
        if (enabled?.value === "true" && whole)
          report(
            enabled.word.at,
            `O2CB_BOOTCLUSTER is not set, cluster.conf has ${listed(names.map(({ value }) => value))}: no cluster is started at boot`,
            { related: names.map(({ word }) => ({ at: word.at, message: "a cluster of this node" })) },
          );
        continue;
      }
      if (names.some(({ value }) => value === boot.value)) continue;
      const [only, ...more] = names;
      const { at } = boot.word;
      const quote = boot.word.quote ?? "";
      report(
        at,
        `O2CB_BOOTCLUSTER ${boot.value} is not in cluster.conf, which has ${listed(names.map(({ value }) => value))}: no cluster is started at boot`,
        {
          related: names.map(({ word }) => ({ at: word.at, message: "a cluster of this node" })),
          ...(only && more.length === 0
            ? {
                fix: {
                  title: `set to ${only.value}`,
                  safe: false,
                  edits: [{ at, text: `${quote}${only.value}${quote}` }],
                },
              }
            : {}),
        },
      );
    }
  },
});
