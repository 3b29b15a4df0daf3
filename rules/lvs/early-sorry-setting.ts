import { textOf } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { type Fix, modelRule } from "../rule.ts";
import { wholeLine } from "./edits.ts";
import { isComplete, isRead, titleOf, within } from "./servers.ts";

export const earlySorrySetting = modelRule({
  id: "lvs/early-sorry-setting",
  severity: "error",
  summary: "What is said of the sorry_server must stand below it",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    for (const service of virtualServers.filter(isRead)) {
      if (!isComplete(service)) continue;
      const statements = service.statement.block!.statements;
      const sorry = statements.findIndex(({ keyword }) => keyword.value === "sorry_server");
      for (const setting of within(service, "sorry_server_inhibit", "sorry_server_lvs_method")) {
        if (sorry >= 0 && statements.indexOf(setting) > sorry) continue;
        const name = setting.keyword.value;
        const why =
          sorry < 0 ? `${titleOf(service)} has no sorry_server` : "it stands above the sorry_server";
        report(setting.at, `${name} is ignored: ${why}`, sorry < 0 ? {} : moved(setting, statements[sorry]!));
      }
    }
  },
});

function moved(setting: Statement, sorry: Statement): { fix?: Fix } {
  const line = wholeLine(setting.at);
  if (!line || setting.at.source !== sorry.at.source) return {};
  const text = textOf(setting.at);
  const indent = textOf(line).slice(0, setting.at.start - line.start);
  return {
    fix: {
      title: "move it below the sorry_server",
      safe: true,
      edits: [
        { at: line, text: "" },
        { at: sorry.at.with({ start: sorry.at.end }), text: `\n${indent}${text}` },
      ],
    },
  };
}
