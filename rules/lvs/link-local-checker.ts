import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { checksOf, has, isComplete } from "./servers.ts";

/** Checkers that open a connection. */
const connecting: ReadonlySet<string> = new Set([
  "TCP_CHECK",
  "HTTP_GET",
  "SSL_GET",
  "SMTP_CHECK",
  "DNS_CHECK",
  "UDP_CHECK",
  "PING_CHECK",
]);

export const linkLocalChecker = modelRule({
  id: "lvs/link-local-checker",
  severity: "error",
  summary: "A checker of a link-local address needs bind_if",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    for (const { checker, server } of checksOf(virtualServers)) {
      const target = checker.connectIp ?? server.ip;
      if (!target || !/^fe[89ab]/i.test(target.value) || !connecting.has(checker.kind)) continue;
      if (!isComplete(checker) || has(checker, "bind_if")) continue;
      report(
        checker.statement.keyword.at,
        `${checker.kind} asks the link-local address ${target.value} and has no bind_if: keepalived drops the checker`,
        { related: [{ at: target.word.at, message: "the address asked" }] },
      );
    }
  },
});
