import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { cookieOf, serverCookie } from "./cookies.ts";
import { runningOf, serversWith } from "./lookup.ts";
import { titleOf } from "./proxies.ts";

export const serverCookieWithoutCookie = modelRule({
  id: "haproxy/server-cookie-without-cookie",
  scope: "section",
  severity: "error",
  summary: "The cookie value of a server needs a cookie line in its proxy",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(serversWith(model, "cookie"))) {
      if (proxy.mode === undefined || cookieOf(proxy)) continue;
      const option = proxy.servers.map(serverCookie).find((one) => one !== undefined);
      if (option)
        report(
          option.word.at,
          `${titleOf(proxy)} has no cookie line: no client is kept on its server by this value`,
        );
    }
  },
});
