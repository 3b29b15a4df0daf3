import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";
import { seconds } from "./managed.ts";

export const shortInitdead = modelRule({
  id: "heartbeat/short-initdead",
  format: haCf,
  severity: "warning",
  summary: "initdead should be 10 seconds at the least",
  daemon: "warns",
  check({ initdead, deadtime }, report) {
    if (initdead && initdead.value < 10_000 && initdead.value >= (deadtime?.value ?? 30_000))
      report(
        initdead.word.at,
        `initdead of ${seconds(initdead.value)}: a network that comes up slower makes each node declare the other dead at the start`,
      );
  },
});
