import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { answersItself, hidesLines, switches } from "./answers.ts";
import { ownLines } from "./effective.ts";
import { running, serves, titleOf } from "./proxies.ts";
import { serversOf } from "./servers.ts";

export const backendWithoutServer = modelRule({
  id: "haproxy/backend-without-server",
  scope: "section",
  severity: "error",
  summary: "A backend needs a server, or rules that answer without one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (!serves(proxy) || serversOf(proxy).length > 0 || proxy.stickTable || hidesLines(proxy)) continue;
      if (answersItself(proxy) || (proxy.kind === "listen" && switches(proxy))) continue;
      if (
        [
          "server",
          "server-template",
          "errorfile",
          "errorloc",
          "errorloc302",
          "errorloc303",
          "http-error",
          "errorfiles",
        ].some((word) => ownLines(proxy, word).length > 0)
      )
        continue;
      const what = proxy.mode === "http" ? "every request is answered 503" : "every connection is closed";
      report((proxy.name?.word ?? proxy.statement.keyword).at, `${titleOf(proxy)} has no server: ${what}`);
    }
  },
});
