import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const syncIdWithoutKeyword = modelRule({
  id: "lvs/sync-id-without-keyword",
  severity: "warning",
  summary: "The sync id should be named",
  daemon: "warns",
  format: keepalived,
  check({ globals }, report) {
    for (const { statement } of globals.lvsSyncDaemons) {
      const [, instance, id] = statement.args;
      if (!instance || !id || id.hole || options.has(instance.value)) continue;
      if (!/^\d+$/.test(id.value) || Number(id.value) > 255) continue;
      report(id.at, `${id.value} is the sync id in an old spelling: write id ${id.value}`, {
        fix: {
          title: `write id ${id.value}`,
          safe: true,
          edits: [{ at: id.at, text: `id ${id.value}` }],
        },
      });
    }
  },
});

/** Keywords of which the second word of lvs_sync_daemon may be one. */
const options: ReadonlySet<string> = new Set(["inst", "id", "maxlen", "port", "ttl", "group"]);
