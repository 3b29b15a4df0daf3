import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const transport = modelRule({
  id: "corosync/transport",
  severity: "error",
  summary: "The transport must be one that corosync knows",
  format: corosync,
  daemon: "stops",
  check({ totem }, report, { targets }) {
    const set = textOf(totem, "transport");
    const known = isKnetAge(targets.corosync) ? ["knet", "udpu", "udp"] : ["udp", "udpu", "iba", "rdma"];
    if (!set || known.includes(set.value)) return;
    const guess = known.find((one) => one === set.value.toLowerCase());
    report(
      set.word.at,
      `transport ${set.value} is not ${known.slice(0, -1).join(", ")} or ${known.at(-1)}: corosync does not start`,
      {
        ...(guess
          ? { fix: { title: `replace with ${guess}`, safe: true, edits: [{ at: set.word.at, text: guess }] } }
          : {}),
      },
    );
  },
});
