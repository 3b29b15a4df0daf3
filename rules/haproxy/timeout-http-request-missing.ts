import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { isPart } from "./effective.ts";
import { fronts } from "./proxies.ts";
import { hasTimeout, timeoutOf } from "./timeouts.ts";

export const timeoutHttpRequestMissing = modelRule({
  id: "haproxy/timeout-http-request-missing",
  severity: "warning",
  summary: "An HTTP frontend needs a timeout for the whole request",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || isPart(model)) return;
    for (const proxy of fronts(model)) {
      if (proxy.mode !== "http" || hasTimeout(proxy, "http-request")) continue;
      const client = timeoutOf(proxy, "client");
      if (!client?.value) continue;
      const why =
        "without timeout http-request a client that sends one byte now and then holds its connection";
      report(client.word.at, `${why} for as long as it likes`, {
        fix: {
          title: "add timeout http-request 10s",
          safe: false,
          edits: [addLine(client.statement, "timeout http-request 10s")],
        },
      });
    }
  },
});
