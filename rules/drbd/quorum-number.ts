import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";

export const quorumNumber = modelRule({
  id: "drbd/quorum-number",
  severity: "error",
  summary: "A number as quorum must be more than half of the nodes and not more than all",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      const quorum = effective(resource, "options", "quorum");
      const nodes = resource.hosts.length;
      if (!quorum || nodes < 2 || !/^\d+$/.test(quorum.value)) continue;
      const number = Number(quorum.value);
      const why =
        number > nodes
          ? `resource ${resource.name.value} has ${nodes} nodes: nothing can ever be written`
          : number * 2 <= nodes
            ? `two halves of the ${nodes} nodes of resource ${resource.name.value} may both write`
            : undefined;
      if (why) report(quorum.word.at, `quorum ${number}, and ${why}`);
    }
  },
});
