import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { cookieHas, cookieOf, serverCookie } from "./cookies.ts";
import { addWords } from "./edits.ts";
import { runningWith } from "./lookup.ts";
import { titleOf } from "./proxies.ts";
import { isBackup, isOpen } from "./servers.ts";

export const cookieWithoutServerCookie = modelRule({
  id: "haproxy/cookie-without-server-cookie",
  scope: "section",
  severity: "error",
  summary: "Persistence by cookie needs a cookie value on every server",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningWith(model, "cookie")) {
      const cookie = cookieOf(proxy);
      if (proxy.mode !== "http" || !cookie || cookieHas(cookie, "dynamic")) continue;
      const inherited = cookie !== proxy.cookie;
      const bare = proxy.servers.filter(
        (server) => !serverCookie(server) && !isBackup(server) && !isOpen(server),
      );
      if (inherited && bare.length === proxy.servers.length) continue;
      for (const { name, statement } of bare) {
        const message = `server ${name.value} of ${titleOf(proxy)} has no cookie value: its clients are sent elsewhere at their next request`;
        report(name.word.at, message, {
          related: [{ at: cookie.statement.keyword.at, message: "persistence is asked for here" }],
          fix: {
            title: `add cookie ${name.value}`,
            safe: false,
            edits: [addWords(statement, `cookie ${name.value}`)],
          },
        });
      }
    }
  },
});
