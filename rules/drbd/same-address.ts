import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8 } from "./levels.ts";

export const sameAddress = modelRule({
  id: "drbd/same-address",
  severity: "error",
  summary: "Two hosts without node-ids must not share an address",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    if (isDrbd8(targets)) return;
    for (const { hosts, connections, meshes } of resources) {
      const [a, b] = hosts;
      if (hosts.length !== 2 || connections.length > 0 || meshes.length > 0) continue;
      if (!a?.address || !b?.address || a.nodeId || b.nodeId) continue;
      if (
        [a, b].some(({ statement }) =>
          statement.block?.statements.some(({ keyword }) => keyword.value === "proxy"),
        )
      )
        continue;
      if (a.address.ip !== b.address.ip || a.address.port === b.address.port) continue;
      report(
        b.address.at,
        `both hosts have address ${a.address.ip}: drbd 9 cannot tell them apart without node-ids`,
        {
          related: [{ at: a.address.at, message: "the other host" }],
        },
      );
    }
  },
});
