import { drbd } from "../../parsers/drbd/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { listed } from "../cluster/compare.ts";
import { modelsOf } from "../cluster/model.ts";
import { sameHost } from "../drbd/levels.ts";
import { nodeRule } from "../rule.ts";
import { underOcfs2 } from "./replication.ts";

export const nodeCount = nodeRule({
  id: "cross/node-count",
  severity: "warning",
  summary: "The nodes of an OCFS2 cluster should be the hosts of the DRBD resource under it",
  daemon: "silent",
  check(node, report) {
    if (modelsOf(node, drbd).length === 0) return;
    for (const { nodes, whole } of modelsOf(node, ocfs2)) {
      const members = nodes.flatMap(({ name }) => name ?? []);
      if (!whole || members.length < nodes.length) continue;
      for (const resource of new Set(underOcfs2(node))) {
        const hosts = resource.hosts.flatMap(({ names }) => names);
        if (
          hosts.length === 0 ||
          hosts.some(({ hole }) => hole) ||
          resource.hosts.some(({ kind }) => kind !== "on")
        )
          continue;
        const strangers = members.filter(({ value }) => !hosts.some((host) => sameHost(host.value, value)));
        for (const { value, word } of strangers)
          report(
            word.at,
            `${value} is an OCFS2 node, but no host of resource ${resource.name.value} under it, which has ${listed(hosts.map((host) => host.value))}: it has no device to mount`,
            { related: [{ at: resource.name.word.at, message: "the resource under OCFS2" }] },
          );
      }
    }
  },
});
