import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { isUdp } from "./links.ts";
import { settledRule } from "./settled.ts";

export const knetSettings = settledRule({
  id: "corosync/knet-settings",
  severity: "warning",
  summary: "Settings of knet have an effect with knet alone",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const version = targets.corosync;
    const transport = textOf(model.totem, "transport");
    if (!transport || !isKnetAge(version) || !isUdp(model, version)) return;
    for (const { keyword, block, at } of [model.totem, ...model.interfaces].flatMap(
      (part) => part.statements,
    )) {
      const own =
        keyword.value.startsWith("knet_") ||
        keyword.value === "link_mode" ||
        keyword.value === "crypto_model";
      if (!own || block || keyword.value === "knet_link_priority") continue;
      report(at, `${keyword.value} has no effect with transport ${transport.value}, only with knet`, {
        related: [{ at: transport.word.at, message: "the transport" }],
      });
    }
  },
});
