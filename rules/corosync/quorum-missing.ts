import { corosync } from "../../parsers/corosync/index.ts";
import { nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const quorumMissing = settledRule({
  id: "corosync/quorum-missing",
  severity: "warning",
  summary: "A cluster of several nodes needs a quorum section",
  format: corosync,
  daemon: "silent",
  check({ quorum, totem, nodes }, report, { document }) {
    const at = nameOf(totem)?.at;
    if (!document.root || !at || quorum.opened.length > 0 || nodes.length < 2) return;
    if (document.tree.statements.some(({ keyword }) => /^q[a-z]*m$/i.test(keyword.value))) return;
    report(
      at,
      `${nodes.length} nodes and no quorum section: nobody counts votes, and each side of a split acts`,
    );
  },
});
