import { pacemakerRule } from "./rule.ts";

export const cliConstraintLeft = pacemakerRule({
  id: "pacemaker/cli-constraint-left",
  severity: "warning",
  summary: "A constraint made by moving a resource should not stay behind",
  daemon: "silent",
  check({ locations }, report) {
    for (const { id, resource } of locations) {
      const kind = /^cli-(prefer|ban|standby)-/.exec(id.value)?.[1];
      if (!kind) continue;
      const who = resource?.resource.value ?? "the resource";
      const result = kind === "prefer" ? `${who} stays bound to one node` : `${who} stays banned from a node`;
      report(id.at, `${id.value} is left from a command that moved ${who}: ${result}`);
    }
  },
});
