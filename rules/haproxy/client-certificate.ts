import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { fetchesNamed, fetchName } from "./calls.ts";
import { runningOf } from "./lookup.ts";
import { hasOption, testsOf } from "./tests.ts";
import { tlsOf } from "./tls-fetch.ts";

export const clientCertificate = modelRule({
  id: "haproxy/client-certificate",
  scope: "section",
  severity: "warning",
  summary: "Rules on client certificates need a bind that asks for them and a test that one came",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const all = fetchesNamed(model, /^ssl_c_/);
    for (const proxy of runningOf(all.flatMap(({ place: { proxy } }) => (proxy ? [{ proxy }] : [])))) {
      const { binds } = proxy;
      if (!["all", "some"].includes(tlsOf(proxy) ?? "") || binds.some((bind) => hasOption(bind, "crt-list")))
        continue;
      const verified = binds.flatMap(({ options }) => options.filter(({ name }) => name === "verify"));
      const asked = verified.some(({ args }) => args[0] && args[0].value !== "none");
      const fetches = all.flatMap(({ call: { name, at }, place }) =>
        place.proxy === proxy ? [{ name: fetchName(name), at }] : [],
      );
      const first = fetches.find(({ name }) => name !== "ssl_c_used");
      if (!asked) {
        if (first)
          report(
            first.at,
            `no bind of this section has verify: no client certificate is asked for, ${first.name} is empty`,
          );
        continue;
      }
      if (
        !verified.every(({ args }) => args[0]?.value === "optional") ||
        fetches.some(({ name }) => name === "ssl_c_used")
      )
        continue;
      for (const rule of proxy.rules)
        for (const { criterion, patterns } of testsOf(rule, proxy))
          if (criterion?.fetch?.name === "ssl_c_verify" && patterns[0]?.value === "0")
            report(
              criterion.fetch.at,
              "ssl_c_verify is 0 for a client without a certificate too: ssl_c_used must be asked with it",
            );
    }
  },
});
