import { timersOf, tokenText } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const consensusLow = settledRule({
  id: "corosync/consensus-low",
  severity: "error",
  summary: "consensus must be at least 1.2 times the token timeout",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const { totem, nodes } = model;
    const set = numberOf(totem, "consensus");
    const timers = timersOf(model, targets.corosync);
    if (!set || set.value === 0 || !timers || set.value < timers.join) return;
    const least = Math.ceil(1.2 * timers.token);
    if (set.value >= least) return;
    const token = numberOf(totem, "token");
    const result =
      set.value >= timers.token
        ? `below 1.2 × ${timers.token} = ${least} ms`
        : nodes.length === 2
          ? "below the token timeout, which corosync.conf(5) allows for two nodes"
          : "below the token timeout: nodes form rings of their own before they agree";
    report(set.word.at, `consensus ${set.value} with a token timeout of ${tokenText(timers)}: ${result}`, {
      ...(set.value >= timers.token || nodes.length === 2 ? { severity: "warning" as const } : {}),
      ...(token ? { related: [{ at: token.word.at, message: `token ${token.value}` }] } : {}),
      fix: {
        title: `delete the line, so that it is ${least} ms`,
        safe: true,
        edits: [{ at: lineOf(set.statement.at), text: "" }],
      },
    });
  },
});
