import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8 } from "./levels.ts";

export const threeHosts = modelRule({
  id: "drbd/three-hosts",
  severity: "error",
  summary: "More than two hosts must be connected by connection or connection-mesh sections",
  daemon: "warns",
  format: drbd,
  check({ resources }, report, { targets }) {
    if (isDrbd8(targets)) return;
    for (const { name, hosts, connections, meshes, shown } of resources) {
      if (hosts.length < 3 || connections.length > 0 || meshes.length > 0 || shown) continue;
      report(
        name.word.at,
        `resource ${name.value} has ${hosts.length} hosts and no connection between them: nothing is replicated`,
      );
    }
  },
});
