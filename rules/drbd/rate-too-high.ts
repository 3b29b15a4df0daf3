import { drbd } from "../../parsers/drbd/index.ts";
import { amountOf } from "../../parsers/drbd/types.ts";
import { modelRule } from "../rule.ts";
import { diskOptions } from "./disks.ts";

/** In KiB/s: 600 MiB/s is about 5 Gbit/s, what a 10 Gbit/s link may give to resync. */
const most = 600 * 1024;

export const rateTooHigh = modelRule({
  id: "drbd/rate-too-high",
  severity: "warning",
  summary: "A fixed resync rate should leave room for applications",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of diskOptions(model)) {
      const rate = name === "resync-rate" ? amountOf(value, 10) : undefined;
      if (rate === undefined || rate <= most) continue;
      const gigabits = ((rate * 1024 * 8) / 1e9).toFixed(1);
      report(
        word.at,
        `${value} is ${gigabits} Gbit/s: a resync at that rate takes the whole link and disk from applications`,
      );
    }
  },
});
