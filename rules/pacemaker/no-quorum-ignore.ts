import { effective, fences } from "../../parsers/pacemaker/effective.ts";
import { members } from "./lookups.ts";
import { pacemakerRule } from "./rule.ts";

export const noQuorumIgnore = pacemakerRule({
  id: "pacemaker/no-quorum-ignore",
  severity: "error",
  summary: "A cluster must not go on without quorum",
  daemon: "silent",
  check(model, report, { targets }) {
    const value = effective(model.properties, "no-quorum-policy")?.pair.value;
    if (value?.value.toLowerCase() !== "ignore") return;
    const nodes = members(model).length;
    const fencing = fences(model.properties, targets.pacemaker) !== false;
    if (nodes >= 3)
      report(
        value.at,
        `no-quorum-policy ${value.value} with ${nodes} nodes: each part of a divided cluster runs everything`,
      );
    else if (!fencing)
      report(
        value.at,
        `no-quorum-policy ${value.value} and no fencing: each part of a divided cluster runs everything`,
      );
  },
});
