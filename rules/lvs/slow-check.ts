import type { Setting } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Checker, RealServer, VirtualServer } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { has } from "./servers.ts";

/** Seconds between checks where nothing is set. */
const defaultLoop = 60;

export const slowCheck = modelRule({
  id: "lvs/slow-check",
  severity: "warning",
  summary: "One attempt of a check should end before the next check is due",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers)
      for (const server of service.realServers)
        for (const checker of server.checkers) {
          const timeout = timeoutOf(service, server, checker);
          const owner = [checker, server, service].find((one) => has(one, "delay_loop"));
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
const timeoutOf = (
  service: VirtualServer,
  server: RealServer,
  checker: Checker,
): Setting<number> | undefined =>
  checker.kind === "MISC_CHECK"
    ? checker.miscTimeout
    : checker.kind === "BFD_CHECK" || checker.kind === "FILE_CHECK"
      ? undefined
      : [checker, server, service].find((one) => has(one, "connect_timeout"))?.connectTimeout;
