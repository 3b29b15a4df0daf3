import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";
import { chainOf, isRunning, listens } from "./proxies.ts";

export const delayWithoutVerdict = modelRule({
  id: "haproxy/delay-without-verdict",
  scope: "section",
  severity: "info",
  summary: "tcp-request inspect-delay needs a content rule that ends the wait",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "tcp-request").filter(isRunning)) {
      const chain = chainOf(proxy);
      const delay = proxy.statements.find(({ keyword }) => keyword.value === "tcp-request inspect-delay");
      const ends = chain.some(({ rules }) => rules.some(({ ruleset }) => ruleset === "tcp-request content"));
      if (delay && !ends && listens(proxy))
        report(
          delay.at,
          "no tcp-request content rule ends the wait: a connection whose data does not match waits for all of it",
        );
    }
  },
});
