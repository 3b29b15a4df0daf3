import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has } from "../../parsers/corosync/model.ts";
import { calledOf, isKnet, linksOf, nodeWord } from "./links.ts";
import { settledRule } from "./settled.ts";

export const nodeNameMissing = settledRule({
  id: "corosync/node-name-missing",
  severity: "warning",
  summary: "Each node should have a name, and must have one with several links",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const { nodes } = model;
    const version = targets.corosync;
    if (!isKnetAge(version)) return;
    const several = isKnet(model, version) && linksOf(nodes).size > 1;
    for (const node of nodes) {
      if (has(node, "name")) continue;
      const at = nodeWord(node).at;
      if (several)
        report(at, `${calledOf(node)} has no name, which several links need: corosync does not start`, {
          severity: "error",
        });
      else
        report(at, `${calledOf(node)} has no name: pacemaker makes one up from the address or the host`, {
          daemon: "silent",
        });
    }
  },
});
