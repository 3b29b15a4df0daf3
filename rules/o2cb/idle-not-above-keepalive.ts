import { integer } from "../../parsers/core/settings.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";

/** Kernel's defaults, in ms, for what is not set. */
const defaults = { O2CB_IDLE_TIMEOUT_MS: 30000, O2CB_KEEPALIVE_DELAY_MS: 2000 };

export const idleNotAboveKeepalive = modelRule({
  id: "o2cb/idle-not-above-keepalive",
  format: o2cb,
  severity: "error",
  summary: "O2CB_IDLE_TIMEOUT_MS must be longer than O2CB_KEEPALIVE_DELAY_MS",
  daemon: "silent",
  check(variables, report) {
    const idle = variables.get("O2CB_IDLE_TIMEOUT_MS")?.word;
    const keepalive = variables.get("O2CB_KEEPALIVE_DELAY_MS")?.word;
    const idleTime = idle ? integer(idle) : defaults.O2CB_IDLE_TIMEOUT_MS;
    const delay = keepalive ? integer(keepalive) : defaults.O2CB_KEEPALIVE_DELAY_MS;
    const at = idle?.at ?? keepalive?.at;
    if (!at || idleTime === undefined || delay === undefined || idleTime > delay) return;
    report(
      at,
      `the idle timeout of ${idleTime} ms is not above the keepalive delay of ${delay} ms: the kernel refuses one of the two and keeps its default`,
      idle && keepalive ? { related: [{ at: keepalive.at, message: "the keepalive delay" }] } : {},
    );
  },
});
