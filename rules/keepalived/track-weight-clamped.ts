import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { groupOf } from "./groups.ts";
import { owner, priorityOf } from "./instance.ts";
import { title, titleAt } from "./statements.ts";
import { type Tracker, trackersOf } from "./trackers.ts";

export const trackWeightClamped = modelRule({
  id: "keepalived/track-weight-clamped",
  severity: "info",
  summary: "Priority and weights together should stay within 1 to 254",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const instance of model.vrrpInstances) {
      const priority = priorityOf(instance);
      const group = groupOf(model, instance);
      if (priority === undefined || priority < 1 || priority >= owner) continue;
      if (group && !group.trackingWeight) continue;
      const weights = counting(trackersOf(model, instance)).map(({ weight = 0 }) => weight);
      const sum = (from: readonly number[]): number => from.reduce((a, b) => a + b, priority);
      const high = sum(weights.filter((weight) => weight > 0));
      const low = sum(weights.filter((weight) => weight < 0));
      const at = instance.priority?.word.at ?? titleAt(instance);
      if (high >= owner)
        report(at, `${title(instance)} reaches priority ${high} by its weights: 254 is used instead`);
      if (low < 1)
        report(at, `${title(instance)} falls to priority ${low} by its weights: 1 is used instead`);
    }
  },
});

/** The trackers that count: the first of each name, with a weight that the daemon takes. */
const counting = (trackers: readonly Tracker[]): readonly Tracker[] =>
  trackers.filter(
    ({ kind, track, weight = 0 }, i) =>
      Math.abs(weight) <= (kind === "file" || kind === "process" ? 254 : 253) &&
      trackers.findIndex((one) => one.kind === kind && one.track.name.value === track.name.value) === i,
  );
