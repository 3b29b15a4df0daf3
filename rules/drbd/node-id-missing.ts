import { drbd } from "../../parsers/drbd/index.ts";
import type { Host, Resource } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { hostLabel, isDrbd8, sameHost } from "./levels.ts";

export const nodeIdMissing = modelRule({
  id: "drbd/node-id-missing",
  severity: "error",
  summary: "A host must have a node-id where drbd gives it none itself",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    if (isDrbd8(targets)) return;
    for (const resource of resources) {
      if (resource.shown || (!targets.drbd && isDrbd8Style(resource))) continue;
      const given = numbered(resource);
      for (const host of resource.hosts)
        if (!given.has(host))
          report(
            host.statement.keyword.at,
            `host ${hostLabel(host)} of resource ${resource.name.value} has no node-id`,
          );
    }
  },
});

/** A resource that drbd 8 takes: nothing in it is new in drbd 9. */
const isDrbd8Style = ({ hosts, connections, meshes }: Resource): boolean =>
  connections.length === 0 && meshes.length === 0 && hosts.every(({ nodeId }) => !nodeId);

/** The hosts with a number: their own, or the one that drbdadm gives both ends of an implicit connection where neither has one. */
function numbered({ hosts, connections, meshes }: Resource): ReadonlySet<Host> {
  const given = new Set(
    hosts.filter(({ statement }) =>
      statement.block?.statements.some(({ keyword }) => keyword.value === "node-id"),
    ),
  );
  const pair = (a: Host | undefined, b: Host | undefined): void => {
    if (!a || !b || a === b || given.has(a) || given.has(b)) return;
    given.add(a).add(b);
  };
  if (connections.length === 0 && meshes.length === 0 && hosts.length === 2) pair(hosts[0], hosts[1]);
  for (const mesh of meshes) {
    const members = mesh.hosts.map(({ value }) =>
      hosts.find(({ names }) => names.some((name) => sameHost(name.value, value))),
    );
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) pair(a, b);
    });
  }
  return given;
}
