import { distance } from "fastest-levenshtein";
import { span } from "../../parsers/core/source.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { type FstabEntry, hasOption } from "../../parsers/fstab/model.ts";
import { type Fix, modelRule } from "../rule.ts";
import { isBind, isClustered, isDeferred, isRemote } from "./types.ts";

export const netdevMissing = modelRule({
  id: "fstab/netdev-missing",
  format: fstab,
  severity: "error",
  summary: "A file system that needs the network must have the option _netdev",
  daemon: "silent",
  check({ entries }, report) {
    for (const entry of entries) {
      const { type, device, optionsWord } = entry;
      if (hasOption(entry, "_netdev") || isDeferred(entry) || isBind(entry)) continue;
      const slip = slipOf(entry);
      const at = slip?.word.at ?? optionsWord?.at ?? type.at;
      const hint = slip ? `${slip.name} is not _netdev` : "nothing here says so: add _netdev";
      if (isClustered(entry))
        report(at, `${type.value} needs the cluster's network, and ${hint}`, fixOf(entry));
      else if (/^\/dev\/drbd/.test(device.value) && !isRemote(entry))
        report(
          at,
          `${device.value} is there only after the network is up: add _netdev, or noauto for a cluster manager`,
          {
            severity: "warning",
          },
        );
    }
  },
});

/** An option that was meant to be _netdev. */
const slipOf = ({ options }: FstabEntry): FstabEntry["options"][number] | undefined =>
  options.find(({ name }) => distance(name, "_netdev") <= 2);

function fixOf(entry: FstabEntry): { fix: Fix } {
  const { optionsWord, type } = entry;
  const slip = slipOf(entry);
  if (slip)
    return {
      fix: { title: "replace with _netdev", safe: true, edits: [{ at: slip.word.at, text: "_netdev" }] },
    };
  const after = optionsWord ?? type;
  const at = span(after.at.source, after.at.end, after.at.end);
  return {
    fix: { title: "add _netdev", safe: true, edits: [{ at, text: optionsWord ? ",_netdev" : " _netdev" }] },
  };
}
