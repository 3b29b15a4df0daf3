import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { fetchName, samplesOf } from "./calls.ts";
import { aclsOf, formatsOf } from "./placed.ts";
import { certain, isDisabled, running } from "./proxies.ts";
import { fetchOf, needsAnswerBytes, needsBytes, testsOf } from "./tests.ts";

const isRaw = (fetch: string | undefined): boolean =>
  !!fetch && (needsBytes(fetch) || needsAnswerBytes(fetch));

export const bytesInHttp = modelRule({
  id: "haproxy/bytes-in-http",
  scope: "section",
  severity: "warning",
  summary: "Fetches of raw bytes do not work in a proxy of mode http",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    const raw = new Set(aclsOf(model).filter((acl) => isRaw(fetchOf(acl))));
    for (const proxy of raw.size > 0 ? running(model) : []) {
      if (proxy.mode !== "http" || proxy.statement.branch) continue;
      for (const rule of proxy.rules) {
        const test = testsOf(rule, proxy).find((acl) => raw.has(acl));
        if (test)
          report(rule.condition!.at, `${test.criterion!.fetch!.name} never matches in a proxy of mode http`, {
            related: test.name ? [{ at: test.statement.at, message: "the acl" }] : [],
            daemon: /^(force|ignore)-persist|^stick|^monitor|^stats/.test(rule.ruleset)
              ? "silent"
              : certain(rule.statement, "warns"),
          });
      }
    }
    for (const place of formatsOf(model)) {
      if (place.proxy?.mode !== "http" || isDisabled(place.proxy)) continue;
      const read = samplesOf(place).find(({ fetch }) => fetch && isRaw(fetchName(fetch.name)));
      if (read && place.proxy.kind !== "defaults")
        report(read.fetch!.whole, `${read.fetch!.name} cannot be read in a proxy of mode http`, {
          daemon: certain(place.statement, "rejects"),
          severity: "error",
        });
    }
  },
});
