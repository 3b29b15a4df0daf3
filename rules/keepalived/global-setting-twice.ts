import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const globalSettingTwice = modelRule({
  id: "keepalived/global-setting-twice",
  severity: "warning",
  summary: "A global setting must stand in one global_defs block only",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report, { document }) {
    if (globals.blocks.length < 2) return;
    const last = new Map<string, { statement: Statement; block: unknown }>();
    for (const { statement, def, parent } of [...visitsOf(document)].reverse()) {
      if (def?.once !== "last" || parent?.statement.keyword.value !== "global_defs") continue;
      const name = statement.keyword.value;
      const later = last.get(name);
      if (!later) last.set(name, { statement, block: parent.statement });
      else if (later.block !== parent.statement)
        report(statement.at, `${name} is set again in a later global_defs: this one is ignored`, {
          related: [{ at: later.statement.at, message: "this one counts" }],
        });
    }
  },
});
