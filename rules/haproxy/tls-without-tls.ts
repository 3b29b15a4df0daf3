import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { titleOf } from "./proxies.ts";
import { hasLine } from "./tests.ts";
import { fetchesWhere } from "./tls-fetch.ts";

export const tlsWithoutTls = modelRule({
  id: "haproxy/tls-without-tls",
  scope: "section",
  severity: "error",
  summary: "ssl_fc and its kin have nothing to say where no bind ends TLS",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, at, statement, proxy } of fetchesWhere(model, /^ssl_(fc|c|f)($|_)/, "none")) {
      const asks = name === "ssl_fc";
      if (asks && /\bredirect$/.test(statement.keyword.value)) continue;
      const passthrough =
        name === "ssl_fc_sni" && proxy.mode === "tcp" && hasLine(proxy, "tcp-request inspect-delay");
      report(at, `no bind of ${titleOf(proxy)} has ssl: ${name} is ${asks ? "never true" : "always empty"}`, {
        severity: asks ? "info" : "error",
        ...(passthrough
          ? { fix: { title: "write req.ssl_sni", safe: false, edits: [{ at, text: "req.ssl_sni" }] } }
          : {}),
      });
    }
  },
});
