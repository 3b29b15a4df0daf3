import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const providerMissing = settledRule({
  id: "corosync/provider-missing",
  severity: "error",
  summary: "quorum must name its provider",
  format: corosync,
  daemon: "silent",
  check({ quorum, nodes }, report, { document }) {
    const at = nameOf(quorum)?.at;
    if (!document.root || !at || has(quorum, "provider") || nodes.length === 1) return;
    report(at, "quorum has no provider: nobody counts votes, and each side of a split acts", {
      fix: {
        title: "add provider: corosync_votequorum",
        safe: false,
        edits: [
          {
            at: quorum.opened[0]!.block!.open.with({ start: quorum.opened[0]!.block!.open.end }),
            text: "\n    provider: corosync_votequorum",
          },
        ],
      },
    });
  },
});
