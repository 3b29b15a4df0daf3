import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { hostname } from "../../parsers/hostname/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const hostNotListed = nodeRule({
  id: "heartbeat/host-not-listed",
  severity: "error",
  summary: "ha.cf must list its own machine by its host name",
  byAbsence: true,
  daemon: "rejects",
  check(node, report) {
    const own = documentsOf(node, hostname)[0]?.model.name;
    if (!own) return;
    for (const { model } of documentsOf(node, haCf)) {
      const [first] = model.nodes;
      const known = model.nodes.some(({ value }) => value.toLowerCase() === own.value.toLowerCase());
      if (!first || known || model.autojoin?.value === "any") continue;
      if (model.statements.some(({ keyword, args }) => keyword.hole || args.some(({ hole }) => hole)))
        continue;
      report(
        first.statement.at,
        `${own.value} itself is not among the nodes: heartbeat does not start here`,
        {
          related: [{ at: own.at, message: "the machine's name" }],
        },
      );
    }
  },
});
