import type { Setting } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const repeatedBfdCheck = modelRule({
  id: "lvs/repeated-bfd-check",
  severity: "error",
  summary: "A real_server must watch a BFD session once",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const server of virtualServers.flatMap(({ realServers }) => realServers)) {
      const first = new Map<string, Setting<string>>();
      for (const { kind, name } of server.checkers) {
        if (kind !== "BFD_CHECK" || !name) continue;
        const other = first.get(name.value);
        if (!other) first.set(name.value, name);
        else
          report(
            name.word.at,
            `BFD instance ${name.value} is watched already: keepalived drops this checker`,
            {
              related: [{ at: other.word.at, message: "the first one" }],
            },
          );
      }
    }
  },
});
