import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { isUdp } from "./links.ts";
import { settledRule } from "./settled.ts";

export const linkPriorityTransport = settledRule({
  id: "corosync/link-priority-transport",
  severity: "error",
  summary: "knet_link_priority must be left to knet",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const version = targets.corosync;
    if (!isKnetAge(version) || !isUdp(model, version)) return;
    for (const part of model.interfaces) {
      const set = numberOf(part, "knet_link_priority");
      if (set && set.value !== 1 && set.value <= 255)
        report(set.word.at, `knet_link_priority ${set.value} without knet: corosync does not start`);
    }
  },
});
