import type { Word } from "../../parsers/core/tree.ts";
import type { Location } from "../../parsers/pacemaker/model.ts";
import { nearest } from "../schema/suggest.ts";
import { isReplica, nodeNames, nodesOpen, rulesIn } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const constraintNodeUnknown = pacemakerRule({
  id: "pacemaker/constraint-node-unknown",
  severity: "error",
  summary: "A location must name a node that there is",
  byAbsence: true,
  daemon: "silent",
  crm: "warns",
  check(model, report) {
    if (nodesOpen(model)) return;
    const nodes = nodeNames(model);
    for (const location of model.locations)
      for (const word of namedBy(location)) {
        if (word.hole || nodes.has(word.value.toLowerCase()) || isReplica(model, word.value)) continue;
        const guess = nearest(word.value, nodes);
        const hint = guess ? `, did you mean ${guess}?` : "";
        report(word.at, `no node is named ${word.value}: ${location.id.value} does nothing${hint}`);
      }
  },
});

/** The node, and those that a rule holds for. */
const namedBy = ({ node, rules }: Location): Word[] => [
  ...(node ? [node] : []),
  ...rules
    .flatMap(rulesIn)
    .flatMap(({ expressions }) =>
      expressions.flatMap((one) =>
        one.kind === "attribute" &&
        one.attribute.value === "#uname" &&
        one.operation.value === "eq" &&
        one.value
          ? [one.value]
          : [],
      ),
    ),
];
