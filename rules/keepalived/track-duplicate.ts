import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { kindTitle, trackersOf } from "./trackers.ts";

export const trackDuplicate = modelRule({
  id: "keepalived/track-duplicate",
  severity: "error",
  summary: "A thing must be tracked once",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const user of [...model.vrrpInstances, ...model.syncGroups]) {
      const trackers = trackersOf(model, user);
      for (const [i, { kind, track }] of trackers.entries()) {
        const { name } = track;
        const before = trackers
          .slice(0, i)
          .find((one) => one.kind === kind && one.track.name.value === name.value);
        if (!before || name.word.hole) continue;
        report(name.word.at, `${kindTitle[kind]} ${name.value} is tracked already: this line is ignored`, {
          related: [{ at: before.track.name.word.at, message: "the first time" }],
        });
      }
    }
  },
});
