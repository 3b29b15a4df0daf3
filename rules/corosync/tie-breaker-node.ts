import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, textOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const tieBreakerNode = settledRule({
  id: "corosync/tie-breaker-node",
  severity: "error",
  summary: "auto_tie_breaker_node must be lowest, highest or nodeids of the nodelist",
  format: corosync,
  daemon: "silent",
  check({ quorum, nodes }, report) {
    const set = textOf(quorum, "auto_tie_breaker_node");
    if (!set) return;
    const { value, word } = set;
    const breaker = numberOf(quorum, "auto_tie_breaker");
    if (!isOn(breaker) && !unreadable(quorum, "auto_tie_breaker"))
      report(word.at, `auto_tie_breaker_node ${value} has no effect without auto_tie_breaker: 1`, {
        severity: "warning",
      });
    if (value === "lowest" || value === "highest") return;
    const ids = value.split(/\s+/);
    if (!ids.every((id) => /^\d+$/.test(id))) {
      report(
        word.at,
        `auto_tie_breaker_node ${value} is not lowest, highest or a list of nodeids: corosync turns auto_tie_breaker off`,
      );
      return;
    }
    const known = new Set(nodes.map(({ nodeid }) => nodeid?.value));
    if (known.size === 0 || known.has(undefined)) return;
    const strangers = ids.filter((id) => !known.has(Number(id)));
    if (strangers.length > 0)
      report(
        word.at,
        `no node has nodeid ${strangers.join(" or ")}${strangers.length === ids.length ? ": in a split both halves lose" : ""}`,
      );
  },
});
