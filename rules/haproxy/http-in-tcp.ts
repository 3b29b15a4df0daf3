import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { certain, chainOf, listens, running, serves, titleOf } from "./proxies.ts";
import { switchesMode } from "./tests.ts";

/** Options that haproxy names when it drops them, by the side that has them. */
const options: Readonly<Record<string, "front" | "back" | "both">> = {
  forwardfor: "both",
  originalto: "both",
  "http-buffer-request": "both",
  "http-no-delay": "both",
  "http-ignore-probes": "front",
  "http-use-proxy-header": "front",
  "accept-invalid-http-request": "front",
  "disable-h2-upgrade": "front",
  checkcache: "back",
  "prefer-last-server": "back",
  "accept-invalid-http-response": "back",
};

/** Lines that a TCP proxy passes over without a word. */
const unsaid =
  /^(compression|filter compression|errorfile|errorfiles|errorloc\d*|http-error|timeout http-request|timeout http-keep-alive|retry-on|http-reuse|http-send-name-header|capture|declare|unique-id-\w+|rate-limit http)\b/;

function* announced(proxy: Proxy): Generator<{ line: Statement; what: string }> {
  for (const { ruleset, statement } of proxy.rules)
    if (/^(http-request|http-response|http-after-response|redirect)$/.test(ruleset))
      yield { line: statement, what: ruleset };
  const chain = chainOf(proxy);
  for (const [name, side] of Object.entries(options)) {
    if (side === "front" ? !listens(proxy) : side === "back" && !serves(proxy)) continue;
    const own = chain.flatMap((one) => one.options.findLast((option) => option.name === name) ?? []);
    if (own[0]?.on) yield { line: own[0].statement, what: `option ${name}` };
  }
  const stats = chain.flatMap((one) => one.stats.filter(({ action }) => action !== "socket"))[0];
  if (stats) yield { line: stats.statement, what: "stats" };
  const monitor = listens(proxy) && lineOf(chain, "monitor-uri");
  if (monitor) yield { line: monitor, what: "monitor-uri" };
  const cookie = serves(proxy) && chain.flatMap((one) => one.cookie ?? [])[0];
  if (cookie) yield { line: cookie.statement, what: "cookie" };
  const balance = serves(proxy) && chain.flatMap((one) => one.balance ?? [])[0];
  if (balance && /^(uri|url_param|hdr)$/.test(balance.algorithm))
    yield { line: balance.statement, what: `balance ${balance.algorithm}` };
}

const lineOf = (chain: readonly Proxy[], keyword: string): Statement | undefined =>
  chain.flatMap(({ statements }) => statements.find((line) => line.keyword.value === keyword) ?? [])[0];

export const httpInTcp = modelRule({
  id: "haproxy/http-in-tcp",
  scope: "section",
  severity: "warning",
  summary: "What needs mode http does nothing in a proxy of mode tcp",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (proxy.mode !== "tcp" || proxy.statement.branch || switchesMode(proxy)) continue;
      const mode = chainOf(proxy).flatMap(({ ownMode }) => ownMode ?? [])[0];
      if (mode?.statement.branch) continue;
      const related = mode
        ? [{ at: mode.statement.at, message: "the mode" }]
        : [{ at: proxy.statement.keyword.at, message: "no mode line: haproxy takes tcp" }];
      const said = new Set<string>();
      for (const { line, what } of announced(proxy)) {
        if (said.has(what)) continue;
        said.add(what);
        const own = proxy.statements.includes(line);
        const effect = /^balance/.test(what) ? "becomes roundrobin" : "is ignored";
        report(
          line.at,
          `${what} ${effect} in ${titleOf(proxy)}, which is of mode tcp${own ? "" : " and inherits it"}`,
          {
            related,
            daemon: certain(line, "warns"),
          },
        );
      }
      for (const line of proxy.statements)
        if (unsaid.test(line.keyword.value) && !line.prefix)
          report(line.at, `${line.keyword.value} does nothing in ${titleOf(proxy)}, which is of mode tcp`, {
            related,
            daemon: "silent",
          });
    }
  },
});
