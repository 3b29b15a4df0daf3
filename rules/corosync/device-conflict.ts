import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const deviceConflict = settledRule({
  id: "corosync/device-conflict",
  severity: "error",
  summary: "A quorum device must not go with last_man_standing, auto_tie_breaker or allow_downscale",
  format: corosync,
  daemon: "stops",
  check({ quorum, device }, report) {
    const at = nameOf(device)?.at;
    if (!at || !has(device, "model")) return;
    for (const key of ["last_man_standing", "auto_tie_breaker", "allow_downscale"]) {
      const set = numberOf(quorum, key);
      if (isOn(set))
        report(
          set!.word.at,
          `${key} with a quorum device: corosync does not start, though corosync -t is silent`,
          {
            related: [{ at, message: "the device" }],
          },
        );
    }
  },
});
