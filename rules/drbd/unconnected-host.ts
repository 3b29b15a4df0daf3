import type { Word } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { hostLabel, sameHost } from "./levels.ts";

export const unconnectedHost = modelRule({
  id: "drbd/unconnected-host",
  severity: "error",
  summary: "A host must stand in a connection where the resource has any",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { name, hosts, connections, meshes, shown } of resources) {
      if (shown || (connections.length === 0 && meshes.length === 0)) continue;
      const ends = connections.flatMap(({ paths }) => paths.flatMap(({ endpoints }) => endpoints));
      if (ends.some((one) => !one.name)) continue;
      const linked = [...ends.flatMap((one) => one.name ?? []), ...meshes.flatMap((mesh) => mesh.hosts)];
      const known = hosts.flatMap(({ names }) => names);
      const isKnown = (word: Word): boolean =>
        word.hole === true || known.some((one) => sameHost(one.value, word.value));
      if (!linked.every(isKnown)) continue;
      for (const host of hosts) {
        if (host.kind !== "on" || host.names.some(({ hole }) => hole)) continue;
        if (host.names.some(({ value }) => linked.some((word) => word.hole || sameHost(word.value, value))))
          continue;
        report(
          host.statement.keyword.at,
          `host ${hostLabel(host)} stands in no connection of resource ${name.value}: it gets no data`,
        );
      }
    }
  },
});
