import { memberRule } from "./member.ts";

/** Bytes that the name may have (mysql-wsrep-options). */
const longest = 32;

export const clusterName = memberRule({
  id: "galera/cluster-name",
  severity: "error",
  summary: "wsrep_cluster_name must be a name of its own",
  daemon: "silent",
  check({ effective, wsrep: { clusterName: name } }, report) {
    const word = effective.get("wsrep_cluster_name")?.value;
    if (!name || !word || word.hole) return;
    if (name.value === "")
      report(word.at, "wsrep_cluster_name is empty: Galera does not start", { daemon: "stops" });
    else if (name.value.length > longest)
      report(
        word.at,
        `wsrep_cluster_name has ${name.value.length} characters: more than ${longest} are not supported`,
        {
          severity: "warning",
        },
      );
    else if (name.value === "my_wsrep_cluster")
      report(
        word.at,
        "my_wsrep_cluster is the default name: a node of any other cluster that kept it can join this one",
        {
          severity: "warning",
        },
      );
  },
});
