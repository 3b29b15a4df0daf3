import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { diskOptions } from "./disks.ts";

const rates = new Set(["resync-rate", "c-max-rate", "c-min-rate"]);

export const rateNoUnit = modelRule({
  id: "drbd/rate-no-unit",
  severity: "error",
  summary: "A rate must have a unit where it is not meant in KiB/s",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of diskOptions(model)) {
      if (!rates.has(name) || !/^\d+$/.test(value)) continue;
      const rate = Number(value);
      if (rate === 0 || rate > 1024) continue;
      report(word.at, `${name} ${value} is ${value} KiB/s: a full sync of 1 TiB takes ${days(rate)}`, {
        ...(name === "c-min-rate" ? { severity: "warning" as const } : {}),
        fix: { title: `write ${value}M`, safe: false, edits: [{ at: word.at, text: `${value}M` }] },
      });
    }
  },
});

const days = (rate: number): string => {
  const hours = 2 ** 30 / rate / 3600;
  return hours > 48 ? `${Math.round(hours / 24)} days` : `${Math.round(hours)} hours`;
};
