import { corosync } from "../../parsers/corosync/index.ts";
import { nameOf } from "../../parsers/corosync/model.ts";
import { isKnet, linksOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const singleLink = settledRule({
  id: "corosync/single-link",
  severity: "info",
  summary: "A cluster has a second link in case the first fails",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const { nodes, nodelist } = model;
    const at = nameOf(nodelist)?.at;
    if (!at || nodes.length < 2 || !isKnet(model, targets.corosync)) return;
    const links = linksOf(nodes);
    if (links.size === 1)
      report(
        at,
        `the ${nodes.length} nodes have one link: when it fails, each is alone; ring${links.has(0) ? 1 : 0}_addr over another network is the second`,
      );
  },
});
