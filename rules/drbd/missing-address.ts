import { drbd } from "../../parsers/drbd/index.ts";
import type { Host, Resource } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { hostLabel, isDrbd8, sameHost } from "./levels.ts";

export const missingAddress = modelRule({
  id: "drbd/missing-address",
  severity: "error",
  summary: "A host must have an address, in its section or in each of its connections",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { targets }) {
    for (const resource of resources.filter(({ hosts }) => hosts.length > 1))
      for (const host of resource.hosts) {
        if (host.kind !== "on" || resource.shown || !host.statement.block) continue;
        const { statements } = host.statement.block;
        if (statements.some(({ keyword }) => keyword.value === "address" || keyword.hole)) continue;
        if (addressed(resource, host)) continue;
        const meshed = resource.meshes.some(({ hosts }) => hosts.some((word) => isHost(host, word.value)));
        const linked = ends(resource, host).length > 0;
        const unnumbered = isAlone(resource) && resource.hosts.every(({ nodeId }) => !nodeId);
        report(
          host.statement.keyword.at,
          `host ${hostLabel(host)} of resource ${resource.name.value} has no address`,
          {
            daemon: meshed || linked || unnumbered || isDrbd8(targets) ? "rejects" : "silent",
          },
        );
      }
  },
});

/** Two hosts that no `connection` ties: drbdadm makes one of their addresses, and the node-ids that they lack. */
const isAlone = ({ hosts, connections, meshes }: Resource): boolean =>
  hosts.length === 2 && connections.length === 0 && meshes.length === 0;

const isHost = ({ names }: Host, name: string): boolean => names.some(({ value }) => sameHost(value, name));
const ends = ({ connections }: Resource, host: Host) =>
  connections.flatMap(({ paths }) =>
    paths.flatMap(({ endpoints }) => endpoints.filter(({ name }) => name && isHost(host, name.value))),
  );

/** Each of its connections gives an address of its own. */
function addressed(resource: Resource, host: Host): boolean {
  const own = ends(resource, host);
  return (
    own.length > 0 && own.every(({ statement }) => statement.args.some(({ value }) => value === "address"))
  );
}
