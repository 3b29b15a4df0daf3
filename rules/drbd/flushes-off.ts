import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { diskOptions } from "./disks.ts";

const kept = new Set(["disk-flushes", "md-flushes", "disk-drain"]);

export const flushesOff = modelRule({
  id: "drbd/flushes-off",
  severity: "warning",
  summary: "Flushes should be off only above a cache that survives a loss of power",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of diskOptions(model))
      if (kept.has(name) && value === "no")
        report(
          word.at,
          `${name} is off: without a battery-backed cache a loss of power damages the data on both nodes`,
        );
  },
});
