import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { settled } from "./levels.ts";

export const noQuorum = modelRule({
  id: "drbd/no-quorum",
  severity: "info",
  summary: "A resource of three nodes should have a quorum",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const nodes = resource.hosts.filter(({ kind }) => kind !== "stacked").length;
      if (nodes < 3 || resource.shown || !settled(resource, document)) continue;
      const quorum = effective(resource, "options", "quorum");
      if (quorum && quorum.value !== "off") continue;
      report(
        quorum?.word.at ?? resource.name.word.at,
        `resource ${resource.name.value} has ${nodes} nodes and no quorum: a node cut off goes on writing`,
      );
    }
  },
});
