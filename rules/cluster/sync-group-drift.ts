import type { SyncGroup } from "../../parsers/keepalived/model.ts";
import { groupOf } from "../keepalived/groups.ts";
import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import type { Node } from "./model.ts";
import { instanceAt, instanceName, type Router, virtualRouters } from "./vrrp.ts";

export const syncGroupDrift = clusterRule({
  id: "cluster/sync-group-drift",
  severity: "warning",
  summary: "Virtual routers that one node keeps in step should be kept in step by the others",
  daemon: "silent",
  byAbsence: true,
  check(cluster, report) {
    const together = virtualRouters(cluster).filter(({ length }) => length > 1);
    const told = new Map<SyncGroup, Set<Node>>();
    for (const routers of together)
      for (const left of routers) {
        if (syncGroup(left) || !left.document.root || !left.document.whole) continue;
        const twin = routers.find((one) => one !== left && syncGroup(one));
        const mate = twin && mateOf(left, twin, together);
        if (!twin || !mate) continue;
        const group = syncGroup(twin)!;
        const nodes = told.get(group) ?? new Set();
        if (nodes.has(left.node)) continue;
        told.set(group, nodes.add(left.node));
        const title = group.name?.value ?? "a sync group";
        report(
          instanceAt(left),
          `${instanceName(left)} is in no sync group, on ${nodeName(twin)} ${title} keeps it with ${instanceName(mate.theirs)}: when one of them fails here, the other stays behind`,
          {
            related: [
              { at: memberAt(group, twin), message: `a member on ${nodeName(twin)}` },
              { at: instanceAt(mate.mine), message: "stays behind" },
            ],
          },
        );
      }
  },
});

const syncGroup = ({ document, instance }: Router): SyncGroup | undefined =>
  groupOf(document.model, instance);

const memberAt = (group: SyncGroup, { instance }: Router) =>
  group.members.find(({ value }) => value === instance.name?.value)?.word.at ?? group.statement.keyword.at;

/** Another virtual router of both nodes, which the other node has in the same group. */
function mateOf(left: Router, twin: Router, together: readonly (readonly Router[])[]) {
  for (const routers of together) {
    const mine = routers.find(({ node }) => node === left.node);
    const theirs = routers.find(({ node }) => node === twin.node);
    if (mine && theirs && mine !== left && syncGroup(theirs) === syncGroup(twin)) return { mine, theirs };
  }
  return undefined;
}
