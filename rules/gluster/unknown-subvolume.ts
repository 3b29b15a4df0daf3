import { gluster } from "../../parsers/gluster/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownSubvolume = modelRule({
  id: "gluster/unknown-subvolume",
  format: gluster,
  severity: "error",
  summary: "A subvolume must be a volume that is defined above",
  byAbsence: true,
  daemon: "warns",
  check({ volumes }, report, { document }) {
    if (document.tree.mistakes.length > 0) return;
    const above = new Map<string, (typeof volumes)[number]>();
    for (const volume of volumes) {
      for (const { value, word } of volume.subvolumes) {
        if (above.has(value)) continue;
        const below = volumes.find(({ name }) => name?.value === value);
        const guess = below ? undefined : nearest(value, above.keys());
        const why =
          below === volume
            ? "is this volume itself"
            : below
              ? "is defined below"
              : `is not defined${guess ? `, did you mean ${guess}?` : ""}`;
        report(word.at, `subvolume ${value} ${why}: glusterfs leaves it out`, {
          related:
            below && below !== volume ? [{ at: below.name!.word.at, message: "must stand above" }] : [],
        });
      }
      if (volume.name) above.set(volume.name.value, volume);
    }
  },
});
