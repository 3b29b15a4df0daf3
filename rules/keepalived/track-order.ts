import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { definitionsOf, kindTitle, trackersOf } from "./trackers.ts";

export const trackOrder = modelRule({
  id: "keepalived/track-order",
  severity: "error",
  summary: "What is tracked must be defined above the block that tracks it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const user of [...model.vrrpInstances, ...model.syncGroups]) {
      const here = model.statements.indexOf(user.statement);
      for (const { kind, track } of trackersOf(model, user)) {
        const named = definitionsOf(model, kind).filter((one) => one.name?.value === track.name.value);
        const first = named[0];
        if (
          !first ||
          track.name.word.hole ||
          named.some((one) => model.statements.indexOf(one.statement) < here)
        )
          continue;
        report(
          track.name.word.at,
          `${kindTitle[kind]} ${track.name.value} is defined only below: it is not tracked`,
          {
            related: [{ at: first.name?.word.at ?? first.statement.at, message: "defined here" }],
          },
        );
      }
    }
  },
});
