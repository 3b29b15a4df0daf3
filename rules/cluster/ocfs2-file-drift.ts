import type { Statement } from "../../parsers/core/tree.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import type { Ocfs2 } from "../../parsers/ocfs2/model.ts";
import { clusterRule } from "../rule.ts";
import { type Copy, reportDrift } from "./file-drift.ts";
import { type FlatSetting, flatSettings } from "./flat.ts";
import { documentsOf } from "./model.ts";

export const ocfs2FileDrift = clusterRule({
  id: "cluster/ocfs2-file-drift",
  severity: "error",
  summary: "All nodes of an OCFS2 cluster must have the same cluster.conf",
  daemon: "silent",
  check({ nodes }, report) {
    const copies = nodes.flatMap((node) =>
      documentsOf(node, ocfs2).flatMap(({ model, tree }): (Copy & { readonly clusters: string })[] => {
        const first = tree.statements[0];
        const clusters = model.clusters
          .map(({ name }) => name?.value ?? "")
          .sort()
          .join(" ");
        return model.whole && first
          ? [{ node, at: first.keyword.at, settings: settingsOf(model), clusters }]
          : [];
      }),
    );
    for (const of of [copies.filter((copy) => copies.some((other) => other !== copy && shares(copy, other)))])
      reportDrift(report, of, "the nodes do not agree on who is in the cluster, and refuse each other");
  },
});

/** The same cluster or the same node: then the files are copies of one. */
const shares = (a: Copy, b: Copy): boolean =>
  [...a.settings.keys()].some((path) => !path.includes(" > ") && b.settings.has(path));

/** The stanzas under their names. */
function settingsOf({ clusters, nodes }: Ocfs2): ReadonlyMap<string, FlatSetting> {
  const settings = new Map<string, FlatSetting>();
  for (const { statement, name } of [...clusters, ...nodes]) {
    const path = `${statement.keyword.value} ${name?.value ?? ""}`;
    settings.set(path, {
      path,
      parent: "",
      keyword: path,
      value: "",
      at: statement.keyword.at,
    });
    for (const [inner, setting] of flatSettings(attributes(statement), path)) settings.set(inner, setting);
  }
  return settings;
}

const attributes = ({ block }: Statement): readonly Statement[] =>
  (block?.statements ?? []).filter(({ keyword }) => keyword.value !== "name");
