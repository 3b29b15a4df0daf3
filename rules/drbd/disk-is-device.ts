import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { placed } from "./places.ts";

export const diskIsDevice = modelRule({
  id: "drbd/disk-is-device",
  severity: "error",
  summary: "A volume's disk must be neither its own device nor its meta-disk",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { volume, host } of placed(model)) {
      const { disk, device, minor, metaDisk } = volume;
      if (!disk || host.kind === "stacked") continue;
      const own = device?.value ?? (minor ? `/dev/drbd${minor.value}` : undefined);
      const other = device ?? minor;
      if (disk.value === own && other)
        report(disk.word.at, `disk ${disk.value} is the device itself: drbd needs a disk below it`, {
          related: [{ at: other.word.at, message: "the device" }],
        });
      if (metaDisk && metaDisk.value.replace(/\[.*\]$/, "") === disk.value)
        report(
          metaDisk.word.at,
          `meta-disk ${disk.value} is the disk itself: meta data would overwrite data; inside the disk it is internal`,
          {
            related: [{ at: disk.word.at, message: "the disk" }],
          },
        );
    }
  },
});
