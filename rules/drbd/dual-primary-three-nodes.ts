import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { dualPrimary } from "./levels.ts";

export const dualPrimaryThreeNodes = modelRule({
  id: "drbd/dual-primary-three-nodes",
  severity: "error",
  summary: "Two primaries are for resources of two nodes",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      const dual = dualPrimary(resource);
      const nodes = resource.hosts.filter(({ kind }) => kind !== "stacked").length;
      if (!dual || nodes < 3) continue;
      report(
        dual.word.at,
        `two primaries in a resource of ${nodes} nodes: DRBD supports them between two nodes alone`,
        {
          related: [{ at: resource.name.word.at, message: `resource ${resource.name.value}` }],
        },
      );
    }
  },
});
