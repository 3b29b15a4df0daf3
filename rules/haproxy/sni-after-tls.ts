import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { running } from "./proxies.ts";
import { fetchesIn, tlsOf } from "./tls-fetch.ts";

export const sniAfterTls = modelRule({
  id: "haproxy/sni-after-tls",
  severity: "error",
  summary: "req.ssl_sni reads nothing where the bind has ended TLS",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (tlsOf(proxy) !== "all") continue;
      for (const { name, at } of fetchesIn(proxy)) {
        if (!/^req[._]ssl_/.test(name)) continue;
        const sni = /^req[._]ssl_sni$/.test(name);
        report(at, `${name} is always empty: bind has ended TLS before any rule is read`, {
          ...(sni
            ? { fix: { title: "write ssl_fc_sni", safe: false, edits: [{ at, text: "ssl_fc_sni" }] } }
            : {}),
        });
      }
    }
  },
});
