import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const secondPacemaker = modelRule({
  id: "heartbeat/second-pacemaker",
  format: haCf,
  severity: "error",
  summary: "pacemaker and crm are one directive, which must stand once",
  daemon: "rejects",
  check({ statements }, report) {
    const pacemaker = statements.find(
      ({ keyword, args }) => keyword.value === "pacemaker" && args.length > 0,
    );
    const crm = statements.find(({ keyword, args }) => keyword.value === "crm" && args.length > 0);
    if (!pacemaker || !crm) return;
    const [first, second] = pacemaker.at.start < crm.at.start ? [pacemaker, crm] : [crm, pacemaker];
    report(
      second.at,
      `${second.keyword.value} is ${first.keyword.value} by another name: heartbeat does not start`,
      {
        related: [{ at: first.at, message: "the first one" }],
      },
    );
  },
});
