import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { fetchName, samplesOf } from "./calls.ts";
import { certain, listens, running } from "./proxies.ts";
import { fetchOf, hasLine, needsBytes, needsHttp, testsOf } from "./tests.ts";

export const contentWithoutDelay = modelRule({
  id: "haproxy/content-without-delay",
  scope: "section",
  severity: "error",
  summary: "Rules that read what the client sends need tcp-request inspect-delay",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (!listens(proxy) || hasLine(proxy, "tcp-request inspect-delay")) continue;
      for (const rule of proxy.rules) {
        const tracks = rule.ruleset === "tcp-request content" && rule.action.startsWith("track-sc");
        const key = tracks ? rule.expressions.find(({ kind }) => kind === "sample") : undefined;
        const fetch = key && samplesOf(key)[0]?.fetch;
        if (fetch && (needsBytes(fetchName(fetch.name)) || needsHttp(fetchName(fetch.name))))
          report(
            fetch.whole,
            `${fetch.name} may not have come yet: without tcp-request inspect-delay it counts by chance`,
            {
              daemon: certain(rule.statement, "warns"),
              severity: "warning",
            },
          );
        if (proxy.mode !== "tcp" || !/^(tcp-request content|use_backend)$/.test(rule.ruleset)) continue;
        const test = testsOf(rule, proxy).find((acl) => {
          const name = fetchOf(acl);
          return name && (needsBytes(name) || needsHttp(name));
        });
        if (test)
          report(
            rule.condition!.at,
            `${test.criterion!.fetch!.name} may not have come yet: without tcp-request inspect-delay this matches by chance`,
            {
              related: test.name ? [{ at: test.statement.at, message: "the acl" }] : [],
            },
          );
      }
    }
  },
});
