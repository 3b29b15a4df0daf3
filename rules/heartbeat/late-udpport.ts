import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const lateUdpport = modelRule({
  id: "heartbeat/late-udpport",
  format: haCf,
  severity: "error",
  summary: "udpport and baud must stand above the links that use them",
  daemon: "silent",
  check({ statements, media }, report) {
    for (const [name, users] of [
      ["udpport", /^(bcast|ucast6?)$/],
      ["baud", /^serial$/],
    ] as const) {
      const own = statements.findIndex(({ keyword }) => keyword.value === name);
      const early = media.find(
        ({ kind, statement }) => users.test(kind) && statements.indexOf(statement) < own,
      );
      const setting = statements[own];
      if (!setting || !early) continue;
      report(
        setting.at,
        `${name} stands below ${early.statement.keyword.value}: links above it keep the default`,
        { related: [{ at: early.statement.at, message: "the link" }] },
      );
    }
  },
});
