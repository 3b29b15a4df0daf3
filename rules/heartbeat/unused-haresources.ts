import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { documentsOf, modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const unusedHaresources = nodeRule({
  id: "heartbeat/unused-haresources",
  severity: "warning",
  summary: "haresources must be gone where Pacemaker runs the resources",
  byAbsence: true,
  daemon: "warns",
  check(node, report) {
    const pacemaker = modelsOf(node, haCf).find(
      (model) => model.pacemaker && model.pacemaker.value !== "off",
    )?.pacemaker;
    if (!pacemaker) return;
    for (const { model } of documentsOf(node, haresources))
      if (model.groups[0])
        report(
          model.groups[0].node.word.at,
          `${pacemaker.statement.keyword.value} is ${pacemaker.word.value} in ha.cf: nothing in haresources is used`,
          { related: [{ at: pacemaker.statement.at, message: "Pacemaker runs the resources" }] },
        );
  },
});
