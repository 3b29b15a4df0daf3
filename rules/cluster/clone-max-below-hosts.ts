import { cloneOf, metaOf, settled } from "../pacemaker/resources.ts";
import { clusterRule } from "../rule.ts";
import { drbdCopies, managedDrbds } from "./managed-drbd.ts";

export const cloneMaxBelowHosts = clusterRule({
  id: "cluster/clone-max-below-hosts",
  severity: "error",
  summary: "Pacemaker must run DRBD on as many nodes as the resource has hosts",
  daemon: "silent",
  check(cluster, report) {
    for (const { managed, name } of managedDrbds(cluster)) {
      const clone = cloneOf(managed.model, managed.primitive);
      const resource = drbdCopies(cluster).find((copy) => copy.resource.name.value === name.value)?.resource;
      if (!clone || !resource || !settled(clone)) continue;
      const max = metaOf(clone, "clone-max")?.value;
      const hosts = resource.hosts.filter(({ kind }) => kind === "on");
      if (!max || !/^[1-9]\d*$/.test(max.value) || Number(max.value) >= hosts.length) continue;
      report(
        max.at,
        `clone-max ${max.value}, but DRBD resource ${name.value} has ${hosts.length} hosts: on the others it does not run, and their data grows old`,
        { related: [{ at: resource.name.word.at, message: "the resource" }] },
      );
    }
  },
});
