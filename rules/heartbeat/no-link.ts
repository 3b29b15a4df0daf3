import { span } from "../../parsers/core/source.ts";
import { isTemplated } from "../../parsers/core/template.ts";
import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

/** Directives that make a link; ping nodes count for heartbeat as well. */
const links = /^([um]cast6?|bcast|udp|serial|ping6?|ping_group|hbaping|openais|rds)$/;

export const noLink = modelRule({
  id: "heartbeat/no-link",
  format: haCf,
  severity: "error",
  summary: "ha.cf must name a link and the nodes",
  daemon: "rejects",
  check({ statements, nodes, autojoin }, report, { document }) {
    if (statements.length === 0 || isTemplated(document.tree)) return;
    if (statements.some(({ keyword, args }) => keyword.hole || args.some(({ hole }) => hole))) return;
    const { source } = document.tree;
    const at = span(source, statements[0]!.at.start, statements[0]!.at.end);
    if (!statements.some(({ keyword, args }) => links.test(keyword.value) && args.length > 0))
      report(
        at,
        "no bcast, mcast, ucast or serial in this file: heartbeat has no way to its peers and does not start",
      );
    if (nodes.length === 0 && autojoin?.value !== "any")
      report(at, "no node in this file and autojoin is not any: heartbeat does not start");
  },
});
