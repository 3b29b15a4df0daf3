import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { fetchesWhere } from "./tls-fetch.ts";

export const sniAfterTls = modelRule({
  id: "haproxy/sni-after-tls",
  scope: "section",
  severity: "error",
  summary: "req.ssl_sni reads nothing where the bind has ended TLS",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, at } of fetchesWhere(model, /^req[._]ssl_/, "all")) {
      const sni = /^req[._]ssl_sni$/.test(name);
      report(at, `${name} is always empty: bind has ended TLS before any rule is read`, {
        ...(sni
          ? { fix: { title: "write ssl_fc_sni", safe: false, edits: [{ at, text: "ssl_fc_sni" }] } }
          : {}),
      });
    }
  },
});
