import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const transportDeprecated = modelRule({
  id: "corosync/transport-deprecated",
  severity: "warning",
  summary: "knet should be the transport since corosync 3",
  format: corosync,
  daemon: "silent",
  check({ totem }, report, { targets }) {
    const set = textOf(totem, "transport");
    if (set && isKnetAge(targets.corosync) && ["udp", "udpu"].includes(set.value))
      report(
        set.word.at,
        `transport ${set.value} is deprecated, and it has one link and no encryption: knet takes its place`,
      );
  },
});
