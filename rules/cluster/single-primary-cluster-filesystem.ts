import { drbd } from "../../parsers/drbd/index.ts";
import { dualPrimary, settled } from "../drbd/levels.ts";
import { cloneOf } from "../pacemaker/resources.ts";
import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { managedMounts } from "./managed.ts";
import { documentsOf, type MountFact, type Node } from "./model.ts";
import { resourceOfDevice } from "./storage.ts";

export const singlePrimaryClusterFilesystem = clusterRule({
  id: "cluster/single-primary-cluster-filesystem",
  severity: "error",
  summary: "A cluster file system on DRBD needs two primaries to be mounted on two nodes",
  daemon: "silent",
  check(cluster, report) {
    const { nodes } = cluster;
    const mounts = nodes.flatMap((node) =>
      node.facts.mounts.filter(isClustered).map((mount) => ({ node, mount })),
    );
    for (const { node, mount } of mounts) {
      const found = singlePrimary(node, mount);
      const others = mounts.filter((other) => other.node !== node && other.mount.device === mount.device);
      if (!found || others.length === 0) continue;
      report(
        mount.at,
        `${mount.type} on ${mount.device} is mounted here and on ${listed(others.map((other) => other.node.name))}, but resource ${found.name.value} allows one primary: the second mount fails`,
        {
          related: [
            { at: found.name.word.at, message: "has no allow-two-primaries" },
            ...others.map((other) => ({ at: other.mount.at, message: `the mount on ${other.node.name}` })),
          ],
        },
      );
    }
    for (const mount of managedMounts(cluster).filter(isClustered)) {
      const { model, primitive } = mount.resource;
      const found = nodes
        .map((node) => singlePrimary(node, mount))
        .find((resource) => resource !== undefined);
      if (found && cloneOf(model, primitive))
        report(
          mount.at,
          `${mount.type} on ${mount.device} is mounted by ${primitive.id.value} on several nodes, but resource ${found.name.value} allows one primary: the second mount fails`,
          { related: [{ at: found.name.word.at, message: "has no allow-two-primaries" }] },
        );
    }
  },
});

const isClustered = ({ type, options }: MountFact): boolean =>
  ["ocfs2", "gfs2"].includes(type) && !options.includes("noauto");

function singlePrimary(node: Node, { device }: MountFact) {
  for (const document of documentsOf(node, drbd)) {
    const resource = resourceOfDevice(document.model, device, node.name);
    if (resource && settled(resource, document)) return dualPrimary(resource) ? undefined : resource;
  }
  return undefined;
}
