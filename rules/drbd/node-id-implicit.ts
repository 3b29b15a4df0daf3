import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8 } from "./levels.ts";

export const nodeIdImplicit = modelRule({
  id: "drbd/node-id-implicit",
  severity: "info",
  summary: "Hosts should have node-ids of their own in DRBD 9",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { targets }) {
    if (isDrbd8(targets)) return;
    for (const { name, hosts, connections, meshes, shown } of resources) {
      const implicit = hosts.length === 2 && connections.length === 0 && meshes.length === 0;
      if (!implicit || shown || hosts.some(({ nodeId, kind }) => nodeId || kind === "stacked")) continue;
      report(
        name.word.at,
        `resource ${name.value} leaves its node-ids to DRBD 9, which takes them from the addresses: a new address may swap the nodes`,
      );
    }
  },
});
