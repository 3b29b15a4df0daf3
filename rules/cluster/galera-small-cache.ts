import { clusterRule } from "../rule.ts";
import { enough, galeraNodes, optionOf } from "./galera.ts";

export const galeraSmallCache = clusterRule({
  id: "cluster/galera-small-cache",
  severity: "info",
  summary: "The write-set cache of a Galera cluster should be sized",
  daemon: "silent",
  check(cluster, report) {
    const members = galeraNodes(cluster);
    const [first] = members;
    if (
      !first ||
      members.length < enough ||
      members.some((member) => optionOf(member, /^gcache\.(?:size|page_size)$/))
    )
      return;
    report(
      (first.wsrep.providerOptions?.word ?? first.wsrep.clusterAddress!.word).at,
      "gcache.size is left at 128M on every node: one that was away for more changes than that is filled anew with all data",
    );
  },
});
