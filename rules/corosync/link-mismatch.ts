import { corosync } from "../../parsers/corosync/index.ts";
import { linkOf } from "../../parsers/corosync/model.ts";
import { calledOf, isKnet, linksOf, nodeWord } from "./links.ts";
import { settledRule } from "./settled.ts";

export const linkMismatch = settledRule({
  id: "corosync/link-mismatch",
  severity: "error",
  summary: "All nodes must have addresses on the same links",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const { nodes } = model;
    if (!isKnet(model, targets.corosync)) return;
    const links = linksOf(nodes);
    const placed = nodes.filter(({ addresses }) => addresses.length > 0);
    for (const node of placed)
      for (const [link, addresses] of links) {
        if (node.statements.some(({ keyword }) => linkOf(keyword.value) === link)) continue;
        report(
          nodeWord(node).at,
          `${calledOf(node)} has no ring${link}_addr, other nodes have one: corosync does not start`,
          {
            related: [{ at: addresses[0]!.word.at, message: `link ${link} of another node` }],
          },
        );
      }
  },
});
