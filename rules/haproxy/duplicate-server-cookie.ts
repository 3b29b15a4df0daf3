import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Server } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { runningOf, serversWith } from "./lookup.ts";
import { isBackup } from "./servers.ts";

export const duplicateServerCookie = modelRule({
  id: "haproxy/duplicate-server-cookie",
  scope: "section",
  severity: "error",
  summary: "Two servers of a proxy must not share a cookie value",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { servers } of runningOf(serversWith(model, "cookie"))) {
      const seen = new Map<string, Server>();
      for (const server of servers) {
        const word = server.options.findLast(({ name }) => name === "cookie")?.args[0];
        if (!word || word.hole || isBackup(server)) continue;
        const first = seen.get(word.value);
        if (!first) seen.set(word.value, server);
        if (!first || exclusive(first.statement, server.statement)) continue;
        const [a, b] = [first.name.value, server.name.value];
        report(word.at, `cookie ${word.value} on ${b} and on ${a}: who was on ${b} comes back to ${a}`, {
          related: [
            {
              at: first.options.findLast(({ name }) => name === "cookie")!.args[0]!.at,
              message: "the same value",
            },
          ],
        });
      }
    }
  },
});
