import { effective, fences } from "../../parsers/pacemaker/effective.ts";
import { pacemakerRule } from "./rule.ts";

export const suicideNoFencing = pacemakerRule({
  id: "pacemaker/suicide-no-fencing",
  severity: "error",
  summary: "A cluster can fence nodes without quorum only if it fences at all",
  daemon: "rejects",
  crm: "warns",
  check({ properties }, report, { targets }) {
    const value = effective(properties, "no-quorum-policy")?.pair.value;
    if (!value || !/^(suicide|fence)$/i.test(value.value) || fences(properties, targets.pacemaker) !== false)
      return;
    report(value.at, `no-quorum-policy ${value.value} with fencing off: Pacemaker uses stop instead`);
  },
});
