import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

/** Schedulers of the kernel (net/netfilter/ipvs/ip_vs_*.c). */
const known = ["rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh", "twos"];

export const unknownScheduler = modelRule({
  id: "ldirectord/unknown-scheduler",
  format: ldirectord,
  severity: "warning",
  summary: "The scheduler must be one that the kernel has",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const { scheduler } of virtuals) {
      if (!scheduler || scheduler.value !== scheduler.word.value || known.includes(scheduler.value)) continue;
      const guess = nearest(scheduler.value, known);
      report(
        scheduler.word.at,
        `the kernel has no scheduler ${scheduler.value}${guess ? `, did you mean ${guess}?` : ""}: ipvsadm fails and the service is not set up`,
      );
    }
  },
});
