import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { verdictFor, visitsOf } from "../schema/visits.ts";

export const globalSettingTwice = modelRule({
  id: "keepalived/global-setting-twice",
  severity: "warning",
  summary: "A global setting must stand in one global_defs block only",
  daemon: "silent",
  format: keepalived,
  check({ globals }, report, { document, targets }) {
    if (globals.blocks.length < 2) return;
    const kept = new Map<string, { statement: Statement; block: unknown }>();
    const visits = [...visitsOf(document)];
    for (const [once, order, other] of [
      ["last", [...visits].reverse(), "a later"],
      ["first", visits, "an earlier"],
    ] as const)
      for (const { statement, def, parent } of order) {
        if (def?.once !== once || parent?.statement.keyword.value !== "global_defs") continue;
        const name = statement.keyword.value;
        const counts = kept.get(name);
        if (!counts) kept.set(name, { statement, block: parent.statement });
        else if (counts.block !== parent.statement) {
          const daemon = verdictFor(document, "repeated-setting", def, targets);
          report(statement.at, `${name} is set again in ${other} global_defs: this one is ignored`, {
            daemon,
            ...(daemon === "rejects" ? { severity: "error" as const } : {}),
            related: [{ at: counts.statement.at, message: "this one counts" }],
          });
        }
      }
  },
});
