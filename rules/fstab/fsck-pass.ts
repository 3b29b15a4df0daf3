import { fstab } from "../../parsers/fstab/index.ts";
import { modelRule } from "../rule.ts";
import { isClustered, isRemote } from "./types.ts";

export const fsckPass = modelRule({
  id: "fstab/fsck-pass",
  format: fstab,
  severity: "error",
  summary: "A file system of a cluster or of the network must have 0 for its check at boot",
  daemon: "silent",
  check({ entries }, report) {
    for (const entry of entries) {
      const { pass, type } = entry;
      if (!pass || !/^[+-]?\d+$/.test(pass.value) || Number(pass.value) === 0) continue;
      if (!isClustered(entry) && !isRemote(entry)) continue;
      const result = isClustered(entry)
        ? "a check at boot would repair what other nodes have mounted"
        : `there is no device to check at boot for ${type.value}`;
      report(pass.at, `pass ${pass.value} here: ${result}`, {
        ...(isClustered(entry) ? {} : { severity: "warning" as const }),
        fix: { title: "set it to 0", safe: true, edits: [{ at: pass.at, text: "0" }] },
      });
    }
  },
});
