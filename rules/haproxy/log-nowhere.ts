import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Log, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { effectiveLines, optionOf } from "./effective.ts";
import { chainOf, fronts, titleOf } from "./proxies.ts";

/** The log lines that count: own ones, else those of the nearest defaults that has any. */
const logsOf = (proxy: Proxy): readonly Log[] =>
  chainOf(proxy)
    .map(({ logs }) => logs)
    .find((logs) => logs.length > 0) ?? [];

/** haproxy says only that the format of its log lines is ignored (src/cfgparse.c). */
const verdictOf = (proxy: Proxy): "warns" | "silent" =>
  ["httplog", "tcplog", "httpslog"].some((name) => optionOf(proxy, name)) ||
  effectiveLines(proxy, "log-format").length > 0
    ? "warns"
    : "silent";

/** The logs that are left: `no log` takes away those above it. */
const kept = (logs: readonly Log[], { global }: Haproxy): readonly Log[] =>
  logs
    .slice(logs.findLastIndex(({ negated }) => negated) + 1)
    .flatMap((log) => (log.global ? global.logs : [log]));

export const logNowhere = modelRule({
  id: "haproxy/log-nowhere",
  severity: "warning",
  summary: "A frontend should log what it does",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || model.global.sections.length === 0) return;
    const none = fronts(model).every((proxy) => logsOf(proxy).length === 0);
    for (const proxy of fronts(model)) {
      const logs = logsOf(proxy);
      const [first] = logs;
      const daemon = verdictOf(proxy);
      if (kept(logs, model).length > 0) continue;
      if (first) {
        const last = logs.at(-1)!;
        const format = "no log, and a format for log lines: nothing is written in it";
        if (!last.negated)
          report(first.statement.keyword.at, "log global without a log line in global: nothing is logged", {
            daemon,
          });
        else if (daemon === "warns") report(last.statement.keyword.at, format, { daemon, severity: "info" });
        continue;
      }
      const root = none ? (proxy.defaults ?? proxy) : proxy;
      const at = (root === proxy ? (proxy.name?.word ?? proxy.statement.keyword) : root.statement.keyword).at;
      const who = none ? "no frontend logs anything" : `${titleOf(proxy)} logs nothing`;
      const why =
        model.global.logs.length > 0
          ? "the log of global is used only where log global says so"
          : "there is no log line";
      const fix = { title: "add log global", safe: false, edits: [addLine(root.statement, "log global")] };
      report(at, `${who}: ${why}`, { daemon, ...(model.global.logs.length > 0 ? { fix } : {}) });
    }
  },
});
