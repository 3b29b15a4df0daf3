import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const latePacemakerSetting = modelRule({
  id: "heartbeat/late-pacemaker-setting",
  format: haCf,
  severity: "error",
  summary: "crm_daemon_dir and crmd_spawns_pengine must stand above pacemaker",
  daemon: "rejects",
  check({ statements }, report) {
    const at = statements.findIndex(
      ({ keyword }) => keyword.value === "pacemaker" || keyword.value === "crm",
    );
    const start = statements[at];
    if (!start) return;
    for (const { keyword, at: place } of statements.slice(at + 1))
      if (/^(crm_daemon_dir|crmd_spawns_pengine)$/.test(keyword.value))
        report(place, `${keyword.value} stands below ${start.keyword.value}: heartbeat does not start`, {
          related: [{ at: start.at, message: "must stand below" }],
        });
  },
});
