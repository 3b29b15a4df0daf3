import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, isLocal, isTls, optionNamed } from "./binds.ts";
import { tlsOptions } from "./tls.ts";

export const bindOnTlsPortWithoutSsl = modelRule({
  id: "haproxy/bind-on-tls-port-without-ssl",
  scope: "section",
  severity: "warning",
  summary: "A bind of an HTTP proxy on port 443 should speak TLS",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { bind, proxy } of bindsOf(model)) {
      if (proxy.mode !== "http" || isTls(bind) || optionNamed(bind, "accept-proxy")) continue;
      if (bind.options.some(({ name, word }) => word.hole || tlsOptions.test(name))) continue;
      const address = bind.addresses.find(
        (one) => one.port?.low === 443 && one.port.high === 443 && !isLocal(one),
      );
      if (address && !address.family?.startsWith("quic"))
        report(address.at, "port 443 without ssl: HTTP is spoken in clear text where clients begin with TLS");
    }
  },
});
