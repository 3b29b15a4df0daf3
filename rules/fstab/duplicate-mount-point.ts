import { fstab } from "../../parsers/fstab/index.ts";
import type { FstabEntry } from "../../parsers/fstab/model.ts";
import { modelRule } from "../rule.ts";
import { hasPoint, isDeferred, pathOf } from "./types.ts";

export const duplicateMountPoint = modelRule({
  id: "fstab/duplicate-mount-point",
  format: fstab,
  severity: "error",
  summary: "Only one file system should be mounted on a directory",
  daemon: "warns",
  check({ entries }, report) {
    const first = new Map<string, FstabEntry>();
    for (const entry of entries.filter(hasPoint)) {
      const path = pathOf(entry.point.value);
      const other = first.get(path);
      if (!other) first.set(path, entry);
      else
        report(
          entry.point.at,
          `${path} is mounted twice: ${entry.device.value} hides ${other.device.value}`,
          {
            ...(isDeferred(entry) || isDeferred(other) ? { severity: "info" as const } : {}),
            related: [{ at: other.point.at, message: "the first mount" }],
          },
        );
    }
  },
});
