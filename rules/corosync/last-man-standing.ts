import { isOn } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const lastManStanding = settledRule({
  id: "corosync/last-man-standing",
  severity: "warning",
  summary: "last_man_standing needs wait_for_all and one vote for each node",
  format: corosync,
  daemon: "silent",
  check({ quorum, nodes }, report) {
    const set = numberOf(quorum, "last_man_standing");
    if (!isOn(set)) {
      const window = numberOf(quorum, "last_man_standing_window");
      if (window && !unreadable(quorum, "last_man_standing"))
        report(
          window.statement.keyword.at,
          "last_man_standing_window has no effect without last_man_standing: 1",
        );
      return;
    }
    const waits = ["wait_for_all", "two_node"].some(
      (key) => isOn(numberOf(quorum, key)) || unreadable(quorum, key),
    );
    if (!waits)
      report(
        set!.word.at,
        "last_man_standing without wait_for_all: a few nodes that start alone may count the others away",
      );
    const uneven = nodes.find(({ votes }) => votes && votes.value !== 1);
    if (uneven)
      report(
        uneven.votes!.word.at,
        `quorum_votes ${uneven.votes!.value} with last_man_standing, which works with one vote a node only`,
        {
          related: [{ at: set!.word.at, message: "last_man_standing" }],
        },
      );
  },
});
