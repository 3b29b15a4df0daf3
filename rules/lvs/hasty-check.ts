import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { checksOf, has } from "./servers.ts";

/** Seconds: as low as the examples of old manuals go. */
const hasty = 1;

export const hastyCheck = modelRule({
  id: "lvs/hasty-check",
  severity: "warning",
  summary: "A check every second that waits one second takes healthy servers out",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const { levels } of checksOf(virtualServers)) {
      const loop = levels.find((one) => has(one, "delay_loop"))?.delayLoop;
      const timeout = levels.find((one) => has(one, "connect_timeout"))?.connectTimeout;
      const patient = levels.some((one) => has(one, "retry"));
      if (!loop || !timeout || patient || loop.value > hasty || timeout.value > hasty) continue;
      report(
        loop.word.at,
        `delay_loop ${loop.word.value} with connect_timeout ${timeout.word.value}: a server that is busy for a moment is taken out and put back`,
        { related: [{ at: timeout.word.at, message: "how long an answer may take" }] },
      );
    }
  },
});
