import { last } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const secondSyncDaemon = modelRule({
  id: "lvs/second-sync-daemon",
  severity: "error",
  summary: "IPVS has one sync daemon",
  daemon: "rejects",
  format: keepalived,
  check({ globals, vrrpInstances }, report) {
    const own = vrrpInstances.flatMap(
      ({ statement }) => last(statement.block, "lvs_sync_daemon_interface") ?? [],
    );
    const [first, ...others] = [
      ...globals.lvsSyncDaemons.slice(0, 1).map(({ statement }) => statement),
      ...own,
    ];
    for (const statement of others)
      report(
        statement.at,
        `${statement.keyword.value} is ignored: connections are synchronised by one daemon`,
        {
          related: [{ at: first!.at, message: "the first one" }],
        },
      );
  },
});
