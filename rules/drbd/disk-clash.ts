import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { clashes } from "./places.ts";

export const diskClash = modelRule({
  id: "drbd/disk-clash",
  severity: "error",
  summary: "Two volumes of a host must not share a backing disk",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    const disks = clashes(model, ({ disk }) => (disk && disk.value !== "none" ? disk : undefined));
    for (const { first, firstSetting, second, setting } of disks) {
      const shared = [first, second].every(
        ({ host, volume }) => !host.volumes.some(({ disk }) => disk === volume.disk),
      );
      report(
        setting.word.at,
        `disk ${setting.value} is that of resource ${first.resource.name.value} on ${second.machine} too: both write over it`,
        {
          related: [{ at: firstSetting.word.at, message: `disk of resource ${first.resource.name.value}` }],
          daemon: shared ? "rejects" : "silent",
        },
      );
    }
  },
});
