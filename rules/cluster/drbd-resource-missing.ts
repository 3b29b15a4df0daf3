import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { sameHost } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { hostOf } from "./facts-storage.ts";
import { documentsOf, type Node } from "./model.ts";

export const drbdResourceMissing = clusterRule({
  id: "cluster/drbd-resource-missing",
  severity: "error",
  summary: "A DRBD resource must stand on each of its hosts, under one name",
  byAbsence: true,
  daemon: "silent",
  check({ nodes }, report) {
    const known = new Map(nodes.map((node) => [node, resourcesOf(node)]));
    for (const node of nodes)
      for (const resource of known.get(node) ?? []) {
        if (resource.shown || !hostOf(resource, node.name)) continue;
        for (const peer of nodes) {
          const theirs = known.get(peer);
          if (peer === node || !theirs || !hostOf(resource, peer.name)) continue;
          if (theirs.some(({ name }) => name.value === resource.name.value)) continue;
          const twin = theirs.find((other) => isTwin(resource, other, [node, peer]));
          // Of two names for one thing the first machine's is told, the other's stands beside it.
          if (twin && nodes.indexOf(peer) < nodes.indexOf(node)) continue;
          report(
            resource.name.word.at,
            twin
              ? `resource ${resource.name.value} here, ${twin.name.value} on ${peer.name}: they have the same hosts, and drbdadm on each node knows only its own name`
              : `${peer.name} is a host of resource ${resource.name.value}, and its drbd.conf has no such resource: the nodes cannot connect`,
            {
              related: twin
                ? [{ at: twin.name.word.at, message: `what ${peer.name} calls it` }]
                : resource.hosts
                    .flatMap(({ names }) => names)
                    .filter(({ value }) => sameHost(value, peer.name))
                    .map(({ at }) => ({ at, message: `where ${peer.name} is a host` })),
            },
          );
        }
      }
  },
});

/** The resources of a machine whose drbd.conf was read with all that it includes; undefined where that is not known. */
function resourcesOf(node: Node): readonly Resource[] | undefined {
  const documents = documentsOf(node, drbd);
  if (!documents.some(({ root }) => root) || documents.some(({ whole }) => !whole)) return undefined;
  const resources = documents.flatMap(({ model }) => model.resources);
  return resources.some(({ name }) => name.word.hole) ? undefined : resources;
}

/** The same addresses on both machines. */
const isTwin = (a: Resource, b: Resource, nodes: readonly Node[]): boolean =>
  nodes.every(({ name }) => {
    const [one, other] = [hostOf(a, name)?.address, hostOf(b, name)?.address];
    return one && other && one.ip === other.ip && one.port === other.port;
  });
