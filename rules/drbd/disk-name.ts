import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { placed } from "./places.ts";

export const diskName = modelRule({
  id: "drbd/disk-name",
  severity: "warning",
  summary: "A disk should be named by an absolute path that stays the same after a reboot",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { volume } of placed(model)) {
      const { disk } = volume;
      if (!disk || disk.value === "none") continue;
      if (!disk.value.startsWith("/")) report(disk.word.at, `disk ${disk.value} is no absolute path`);
      else if (/^\/dev\/sd[a-z]+\d*$/.test(disk.value))
        report(
          disk.word.at,
          `disk ${disk.value} may be another disk after a reboot: its letter is given in the order of detection`,
          {
            severity: "info",
          },
        );
    }
  },
});
