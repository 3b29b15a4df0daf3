import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

/** Schedulers that already choose the server by an address. */
const hashing: Readonly<Record<string, string>> = {
  sh: "the client's address",
  mh: "the client's address",
  dh: "the address asked for",
};

export const hashedPersistence = modelRule({
  id: "lvs/hashed-persistence",
  severity: "warning",
  summary: "Persistence should not be added to a scheduler that hashes addresses",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const { scheduler, persistenceTimeout } of virtualServers) {
      const by = scheduler && hashing[scheduler.value];
      if (!by || !persistenceTimeout) continue;
      report(
        persistenceTimeout.word.at,
        `persistence on top of ${scheduler.value}, which already chooses the server by ${by}: clients stay on the old server after a change`,
        { related: [{ at: scheduler.word.at, message: "the scheduler" }] },
      );
    }
  },
});
