import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isNopreempt, isStrict, stateOf } from "./instance.ts";

export const preemptDelayIgnored = modelRule({
  id: "keepalived/preempt-delay-ignored",
  severity: "error",
  summary: "preempt_delay must stand with state BACKUP and without nopreempt and strict mode",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      const { preemptDelay } = instance;
      if (!preemptDelay?.value) continue;
      const why =
        stateOf(instance) === "MASTER"
          ? "the instance starts as MASTER"
          : isStrict(instance, globals, targets)
            ? "strict mode allows no delay"
            : isNopreempt(instance)
              ? "with nopreempt it never takes over from a router that lives"
              : undefined;
      if (why)
        report(preemptDelay.statement.at, `preempt_delay ${preemptDelay.word.value} is ignored: ${why}`);
    }
  },
});
