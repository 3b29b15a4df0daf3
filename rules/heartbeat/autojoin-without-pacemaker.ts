import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";
import { ownResources } from "./managed.ts";

export const autojoinWithoutPacemaker = modelRule({
  id: "heartbeat/autojoin-without-pacemaker",
  format: haCf,
  severity: "error",
  summary: "Nodes may join by themselves only where Pacemaker runs the resources",
  daemon: "rejects",
  check(model, report) {
    const { autojoin } = model;
    if (!autojoin || !/^(any|other)$/.test(autojoin.value) || !ownResources(model)) return;
    report(
      autojoin.word.at,
      `autojoin ${autojoin.value} without pacemaker: haresources needs nodes that are known, and heartbeat does not start`,
    );
  },
});
