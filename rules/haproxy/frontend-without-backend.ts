import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { answersItself, hidesLines, switches } from "./answers.ts";
import { running, titleOf } from "./proxies.ts";

export const frontendWithoutBackend = modelRule({
  id: "haproxy/frontend-without-backend",
  scope: "section",
  severity: "error",
  summary: "A frontend needs a backend, or rules that answer without one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (proxy.kind !== "frontend" || switches(proxy) || answersItself(proxy) || hidesLines(proxy)) continue;
      const what = proxy.mode === "http" ? "every request is answered 503" : "every connection is closed";
      const message = `${titleOf(proxy)} has neither default_backend nor use_backend: ${what}`;
      report((proxy.name?.word ?? proxy.statement.keyword).at, message);
    }
  },
});
