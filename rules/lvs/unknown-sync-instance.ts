import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownSyncInstance = modelRule({
  id: "lvs/unknown-sync-instance",
  severity: "error",
  summary: "The VRRP instance of the sync daemon must exist",
  byAbsence: true,
  daemon: "silent",
  format: keepalived,
  check({ globals, vrrpInstances }, report, { document }) {
    if (!document.whole || !document.root || vrrpInstances.some(({ name }) => !name)) return;
    const names = new Set(vrrpInstances.map(({ name }) => name!.value));
    for (const { instance } of globals.lvsSyncDaemons) {
      if (!instance || names.has(instance.value)) continue;
      const guess = nearest(instance.value, names);
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(
        instance.word.at,
        `VRRP instance ${instance.value} is not defined, so that no connections are synchronised${hint}`,
        guess
          ? {
              fix: {
                title: `replace with ${guess}`,
                safe: false,
                edits: [{ at: instance.word.at, text: guess }],
              },
            }
          : {},
      );
    }
  },
});
