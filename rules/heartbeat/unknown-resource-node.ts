import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { documentsOf, modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { ownResources } from "./managed.ts";

export const unknownResourceNode = nodeRule({
  id: "heartbeat/unknown-resource-node",
  severity: "error",
  summary: "A node of haresources must be a node of ha.cf",
  byAbsence: true,
  daemon: "rejects",
  check(node, report) {
    const [model] = modelsOf(node, haCf);
    if (!model || !ownResources(model) || model.nodes.length === 0) return;
    if (model.statements.some(({ keyword, args }) => keyword.hole || args.some(({ hole }) => hole))) return;
    const names = new Set(model.nodes.map(({ value }) => value.toLowerCase()));
    for (const { node: owner } of documentsOf(node, haresources).flatMap(({ model }) => model.groups)) {
      if (names.has(owner.value.toLowerCase())) continue;
      const guess = nearest(owner.value, names);
      report(
        owner.word.at,
        guess
          ? `${owner.value} is no node of ha.cf, did you mean ${guess}?`
          : `${owner.value} is no node of ha.cf: heartbeat does not start`,
        { related: [{ at: model.nodes[0]!.statement.at, message: "the nodes" }] },
      );
    }
  },
});
