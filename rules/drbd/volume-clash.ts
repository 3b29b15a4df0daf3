import { drbd } from "../../parsers/drbd/index.ts";
import type { Volume } from "../../parsers/drbd/volumes.ts";
import { modelRule } from "../rule.ts";

export const volumeClash = modelRule({
  id: "drbd/volume-clash",
  severity: "error",
  summary: "A volume number must stand once in a resource or host",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { volumes, hosts } of resources)
      for (const list of [volumes, ...hosts.map((host) => host.volumes)]) {
        const first = new Map<number, Volume>();
        for (const volume of list.filter(({ implicit }) => !implicit)) {
          const other = first.get(volume.number);
          const word = (one: Volume) => one.statement.args[0]!;
          if (!other) first.set(volume.number, volume);
          else
            report(
              word(volume).at,
              `volume ${volume.number} stands twice: drbd keeps both and uses one of them`,
              {
                related: [{ at: word(other).at, message: "the first one" }],
              },
            );
        }
      }
  },
});
