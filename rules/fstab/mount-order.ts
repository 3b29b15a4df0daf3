import { fstab } from "../../parsers/fstab/index.ts";
import { type FstabEntry, hasOption } from "../../parsers/fstab/model.ts";
import { type Details, modelRule } from "../rule.ts";
import { hasPoint, isBelow, isBind, isDeferred, isRemote, pathOf } from "./types.ts";

export const mountOrder = modelRule({
  id: "fstab/mount-order",
  format: fstab,
  severity: "error",
  summary: "What lies on a remote mount must be mounted after it",
  daemon: "silent",
  check({ entries }, report) {
    const remotes = entries.filter(
      (entry) => hasPoint(entry) && isRemote(entry) && !isDeferred(entry) && !isBind(entry),
    );
    entries.forEach((entry, i) => {
      if (isDeferred(entry) || !hasPoint(entry)) return;
      const needed = remotes.find((one) => one !== entry && needs(entry, one));
      if (!needed) return;
      const mount = `${pathOf(needed.point.value)} (${needed.type.value})`;
      const what = isBind(entry) ? entry.device : entry.point;
      const { related }: Details = { related: [{ at: needed.point.at, message: "the mount that it needs" }] };
      const found = isBind(entry)
        ? `${entry.point.value} shows what lies under the mount point instead`
        : "the later mount hides it";
      if (entries.indexOf(needed) > i)
        report(what.at, `${what.value} lies on ${mount}, which is mounted below: ${found}`, { related });
      else if (!isTied(entry))
        report(
          what.at,
          `${what.value} is mounted with the local file systems, before ${mount} is there: ${found}`,
          {
            related,
            fix: {
              title: "add _netdev",
              safe: false,
              edits: entry.optionsWord
                ? [{ at: entry.optionsWord.at.with({ start: entry.optionsWord.at.end }), text: ",_netdev" }]
                : [],
            },
          },
        );
    });
  },
});

/** The directory that is bound, or the one that is mounted on, lies on the other mount. */
const needs = (entry: FstabEntry, other: FstabEntry): boolean =>
  (isBind(entry) && isBelow(entry.device.value, other.point.value)) ||
  (pathOf(entry.point.value) !== pathOf(other.point.value) && isBelow(entry.point.value, other.point.value));

/** Mounted with the remote file systems, or ordered by hand; with nofail the boot does not wait for it. */
const isTied = (entry: FstabEntry): boolean =>
  isRemote(entry) ||
  hasOption(
    entry,
    "x-systemd.requires",
    "x-systemd.requires-mounts-for",
    "x-systemd.after",
    "x-systemd.wanted-by",
    "x-systemd.required-by",
    "nofail",
  );
