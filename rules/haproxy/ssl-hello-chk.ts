import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { optionsNamed } from "./lookup.ts";

export const sslHelloChk = modelRule({
  id: "haproxy/ssl-hello-chk",
  scope: "section",
  severity: "warning",
  summary: "option ssl-hello-chk greets in SSLv3, which TLS servers refuse",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      option: { on, statement },
    } of optionsNamed(model, "ssl-hello-chk"))
      if (on)
        report(
          statement.keyword.at,
          "option ssl-hello-chk sends an SSLv3 hello: a server of today refuses it and is taken for down",
        );
  },
});
