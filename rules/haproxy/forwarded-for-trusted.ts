import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Acl } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing, runningOf } from "./lookup.ts";
import { fetchOf, testsOf } from "./tests.ts";

const decides = /^(allow|deny|tarpit|reject|auth|accept|silent-drop|return)$/;

const isForwarded = (acl: Acl): boolean =>
  /^(req\.)?f?hdr(_ip)?$/.test(fetchOf(acl) ?? "") &&
  acl.criterion?.fetch?.args?.[0]?.value.toLowerCase() === "x-forwarded-for";

export const forwardedForTrusted = modelRule({
  id: "haproxy/forwarded-for-trusted",
  scope: "section",
  severity: "warning",
  summary: "X-Forwarded-For is what the client says, unless a proxy of yours wrote it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(rulesDoing(model, decides))) {
      const changed = proxy.rules.some(
        ({ action, args }) =>
          /^(set|del|replace)-header$/.test(action) && args[0]?.value.toLowerCase() === "x-forwarded-for",
      );
      if (changed) continue;
      for (const rule of proxy.rules) {
        if (!decides.test(rule.action)) continue;
        const tests = testsOf(rule, proxy);
        const test = tests.find(isForwarded);
        if (
          !test?.criterion ||
          tests.some((acl) => /^(src|fc_src|ssl_c_verify|ssl_c_used)$/.test(fetchOf(acl) ?? ""))
        )
          continue;
        const message = `${rule.action} goes by X-Forwarded-For without a look at src: any client can write that header`;
        report(rule.at, message, { related: [{ at: test.criterion.at, message: "what the client says" }] });
      }
    }
  },
});
