import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, isTls, optionNamed } from "./binds.ts";
import { effectiveLines } from "./effective.ts";
import { unlessBranch } from "./servers.ts";

export const bindSslWithoutCertificate = modelRule({
  id: "haproxy/bind-ssl-without-certificate",
  scope: "section",
  severity: "error",
  summary: "A bind with ssl needs a certificate",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { bind, proxy } of bindsOf(model)) {
      const given = ["crt", "crt-list", "default-crt"].some((name) => optionNamed(bind, name));
      if (!isTls(bind) || given || bind.options.some(({ word }) => word.hole)) continue;
      if (effectiveLines(proxy, "ssl-f-use").length > 0) continue;
      const { at } = optionNamed(bind, "ssl")!.word;
      const lax = optionNamed(bind, "strict-sni") !== undefined;
      const message = `bind ${bind.word?.value ?? ""} has ssl and no certificate: name one with crt`;
      report(at, message, lax ? { severity: "warning", daemon: "warns" } : unlessBranch(bind.statement));
    }
  },
});
