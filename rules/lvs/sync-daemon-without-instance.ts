import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { headOf } from "./servers.ts";

export const syncDaemonWithoutInstance = modelRule({
  id: "lvs/sync-daemon-without-instance",
  severity: "warning",
  summary: "lvs_sync_daemon should name a VRRP instance",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report) {
    for (const daemon of globals.lvsSyncDaemons) {
      if (!daemon.interface || daemon.instance || daemon.statement.args.some(({ hole }) => hole)) continue;
      report(
        headOf(daemon),
        "lvs_sync_daemon names no VRRP instance: keepalived does not know when to send connections and when to take them, and starts nothing",
      );
    }
  },
});
