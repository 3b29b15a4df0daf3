import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { isKnet, linksOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const unusedLink = settledRule({
  id: "corosync/unused-link",
  severity: "error",
  summary: "An interface section must speak of a link that the nodes have",
  format: corosync,
  byAbsence: true,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const { nodes, interfaces } = model;
    if (nodes.length === 0 || !isKnet(model, targets.corosync)) return;
    const links = linksOf(nodes);
    if (links.size === 0) return;
    for (const part of interfaces) {
      const word = numberOf(part, "linknumber")?.word;
      const { link } = part;
      if (!word || link === undefined || link > 7 || links.has(link)) continue;
      const sets = part.statements.some(({ keyword }) => keyword.value !== "linknumber");
      report(
        word.at,
        `no node has a ring${link}_addr${sets ? ", and corosync does not start with a link that the nodes lack" : ""}`,
        {
          ...(sets ? {} : { severity: "warning" as const, daemon: "silent" as const }),
        },
      );
    }
  },
});
