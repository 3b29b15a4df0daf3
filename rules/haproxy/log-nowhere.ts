import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Log, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { chainOf, listens, running, titleOf } from "./proxies.ts";

/** The log lines that count: own ones, else those of the nearest defaults that has any. */
const logsOf = (proxy: Proxy): readonly Log[] =>
  chainOf(proxy)
    .map(({ logs }) => logs)
    .find((logs) => logs.length > 0) ?? [];

export const logNowhere = modelRule({
  id: "haproxy/log-nowhere",
  severity: "warning",
  summary: "A frontend should log what it does",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || model.global.sections.length === 0) return;
    const fronts = running(model).filter(listens);
    const some = fronts.some((proxy) => logsOf(proxy).length > 0);
    for (const proxy of fronts) {
      const logs = logsOf(proxy);
      const [first] = logs;
      if (!first) {
        const root = some ? proxy : (proxy.defaults ?? proxy);
        const at = (
          some || !proxy.defaults ? (proxy.name?.word ?? root.statement.keyword) : root.statement.keyword
        ).at;
        const why =
          model.global.logs.length > 0
            ? "the log of global is used only where log global says so"
            : "there is no log line";
        report(at, `${some ? titleOf(proxy) : "no frontend"} logs ${some ? "nothing" : "anything"}: ${why}`, {
          fix: { title: "add log global", safe: false, edits: [addLine(root.statement, "log global")] },
        });
      } else if (logs.every(({ global }) => global) && model.global.logs.length === 0)
        report(first.statement.keyword.at, "log global without a log line in global: nothing is logged");
    }
  },
});
