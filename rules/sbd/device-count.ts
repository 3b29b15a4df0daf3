import { cover } from "../../parsers/core/source.ts";
import { sbd } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";

/** What sbd's command line takes (sbd-inquisitor.c). */
const most = 3;

export const deviceCount = modelRule({
  id: "sbd/device-count",
  format: sbd,
  severity: "error",
  summary: "SBD_DEVICE must name three devices at most, each once",
  daemon: "stops",
  check({ devices }, report) {
    const first = devices[0];
    if (!first) return;
    if (devices.length > most)
      report(
        cover(first.word.at, devices.at(-1)!.word.at),
        `${devices.length} devices: sbd takes ${most} at most and does not start`,
      );
    for (const [i, device] of devices.entries()) {
      const before = devices.slice(0, i).find(({ value }) => value === device.value);
      if (before)
        report(device.word.at, `${device.value} stands twice: one disk cannot outvote itself`, {
          severity: "warning",
          daemon: "silent",
          related: [{ at: before.word.at, message: "the first one" }],
        });
    }
  },
});
