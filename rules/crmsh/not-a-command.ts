import { cover } from "../../parsers/core/source.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { modelRule } from "../rule.ts";

export const notACommand = modelRule({
  id: "crmsh/not-a-command",
  format: crmsh,
  severity: "error",
  summary: "The cluster shell is crm, with a blank before its levels",
  daemon: "rejects",
  check(_, report, { document }) {
    for (const { prefix, keyword, args } of document.tree.statements) {
      const words = keyword.value === "" ? args : [keyword, ...args];
      const first = prefix ?? words[0];
      const level =
        first && /^crm_(configure|resource|node|cluster|cib|ra|options|status)\b/.exec(first.value)?.[1];
      const next = prefix ? keyword : words[1];
      // crm_resource and crm_node are programs of Pacemaker, which take options only.
      if (!first || !level || (/^(resource|node)$/.test(level) && (!next || next.value.startsWith("-"))))
        continue;
      const isProgram = /^(resource|node)$/.test(level);
      report(
        cover(first.at, isProgram && next ? next.at : first.at),
        isProgram
          ? `crm_${level} is a program of Pacemaker that takes options only: crm ${level} ${next!.value} is meant`
          : `there is no program crm_${level}: crm ${level} is meant`,
        {
          fix: {
            title: `replace with crm ${level}`,
            safe: true,
            edits: [
              { at: first.at.with({ end: first.at.start + `crm_${level}`.length }), text: `crm ${level}` },
            ],
          },
        },
      );
    }
  },
});
