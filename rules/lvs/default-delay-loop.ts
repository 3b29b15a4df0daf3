import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";

/** Checkers that keepalived does not run by the clock: it is told when something changes. */
const told: ReadonlySet<string> = new Set(["BFD_CHECK", "FILE_CHECK"]);

export const defaultDelayLoop = modelRule({
  id: "lvs/default-delay-loop",
  severity: "info",
  summary: "A virtual_server should say how often its servers are checked",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    for (const service of virtualServers) {
      if (!isComplete(service) || has(service, "delay_loop")) continue;
      const slow = service.realServers.some(
        (server) =>
          !has(server, "delay_loop") &&
          server.checkers.some((checker) => !told.has(checker.kind) && !has(checker, "delay_loop")),
      );
      if (slow)
        report(
          headOf(service),
          `${titleOf(service)} has no delay_loop: its servers are checked once in 60 s`,
        );
    }
  },
});
