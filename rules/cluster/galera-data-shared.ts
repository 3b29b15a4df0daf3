import { machineOf } from "../galera/machine.ts";
import { clusterRule } from "../rule.ts";
import { galeraNodes } from "./galera.ts";
import { sharedMount } from "./shared-database.ts";

/** Where MariaDB and MySQL keep their data where nothing is set. */
const standard = "/var/lib/mysql";

export const galeraDataShared = clusterRule({
  id: "cluster/galera-data-shared",
  severity: "error",
  summary: "Each node of a Galera cluster must keep its data on a file system of its own",
  daemon: "silent",
  check(cluster, report) {
    for (const { node, wsrep } of galeraNodes(cluster)) {
      const folder = machineOf(node)?.listening.dataFolder;
      const path = folder?.value ?? standard;
      const mount = sharedMount(node.facts.mounts, path);
      if (!mount) continue;
      report(
        (folder?.word ?? wsrep.clusterAddress!.word).at,
        `the data of ${node.name} lies in ${path} on ${mount.type}, which other nodes mount too: Galera copies the data itself, and two servers in one folder destroy it`,
        { related: [{ at: mount.at, message: "the shared file system" }] },
      );
    }
  },
});
