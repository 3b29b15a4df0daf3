import { corosync } from "../../parsers/corosync/index.ts";
import { has } from "../../parsers/corosync/model.ts";
import { calledOf, isKnet } from "./links.ts";
import { settledRule } from "./settled.ts";
import { indentOf } from "./spots.ts";

export const nodeidMissing = settledRule({
  id: "corosync/nodeid-missing",
  severity: "error",
  summary: "Each node must have a nodeid of its own with knet",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const { nodes } = model;
    if (!isKnet(model, targets.corosync)) return;
    const used = new Set(nodes.flatMap(({ nodeid }) => (nodeid ? [nodeid.value] : [])));
    let free = 1;
    for (const node of nodes) {
      if (has(node, "nodeid")) continue;
      while (used.has(free)) free++;
      used.add(free);
      const { statement } = node;
      const first = statement.block?.statements[0];
      const insert = first && {
        at: first.at.with({ end: first.at.start }),
        text: `nodeid: ${free}\n${indentOf(first.at)}`,
      };
      report(
        statement.keyword.at,
        `${calledOf(node)} has no nodeid, which knet needs: corosync does not start`,
        insert ? { fix: { title: `add nodeid: ${free}`, safe: false, edits: [insert] } } : {},
      );
    }
  },
});
