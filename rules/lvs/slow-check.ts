import type { Setting } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { type Check, checksOf, has } from "./servers.ts";

/** Seconds between checks where nothing is set. */
const defaultLoop = 60;

export const slowCheck = modelRule({
  id: "lvs/slow-check",
  severity: "warning",
  summary: "One attempt of a check should end before the next check is due",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const check of checksOf(virtualServers)) {
      const timeout = timeoutOf(check);
      const owner = check.levels.find((one) => has(one, "delay_loop"));
      if (!timeout || (owner && !owner.delayLoop)) continue;
      const loop = owner?.delayLoop;
      if (timeout.value <= (loop?.value ?? defaultLoop)) continue;
      const { keyword } = timeout.statement;
      report(
        timeout.word.at,
        `${keyword.value} ${timeout.word.value} is longer than the ${loop?.word.value ?? defaultLoop} s of delay_loop: a hung server is noticed late`,
        loop ? { related: [{ at: loop.word.at, message: "the seconds between two checks" }] } : {},
      );
    }
  },
});

/** The seconds that one attempt may take, where the file sets them. */
const timeoutOf = ({ checker, levels }: Check): Setting<number> | undefined =>
  checker.kind === "MISC_CHECK"
    ? checker.miscTimeout
    : checker.kind === "BFD_CHECK" || checker.kind === "FILE_CHECK"
      ? undefined
      : levels.find((one) => has(one, "connect_timeout"))?.connectTimeout;
