import type { Setting } from "../../parsers/core/settings.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { milliseconds } from "../../parsers/haproxy/modelParts.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule, type Report } from "../rule.ts";
import { listens, running, serverOption, serves } from "./proxies.ts";
import { type AnyServer, isChecked, serversOf } from "./servers.ts";
import { timeoutOf } from "./timeouts.ts";

/** Says that the timeout `long` never ends before `short` does. */
function compare(proxy: Proxy, long: string, short: string, why: string, report: Report): void {
  const [outer, inner] = [timeoutOf(proxy, long), timeoutOf(proxy, short)];
  if (!outer || !inner || inner.value === 0 || outer.value <= inner.value) return;
  const message = `timeout ${long} ${outer.word.value} is longer than timeout ${short} ${inner.word.value}: ${why}`;
  report(outer.word.at, message, { related: [{ at: inner.word.at, message: "the shorter one" }] });
}

function compareCheck(check: Setting<number>, server: AnyServer, report: Report): void {
  const inter = serverOption(server, "inter")?.args[0];
  const pause = inter && milliseconds(inter);
  if (!inter || !pause || check.value <= pause || !isChecked(server)) return;
  const message = `timeout check ${check.word.value} is longer than inter ${inter.value}: a check of a silent server outlasts the pause between checks`;
  report(check.word.at, message, { related: [{ at: inter.at, message: "the shorter one" }] });
}

export const timeoutOrder = modelRule({
  id: "haproxy/timeout-order",
  severity: "info",
  summary: "A timeout that lies inside another should be the shorter one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (listens(proxy) && proxy.mode === "http")
        compare(proxy, "http-request", "client", "a client that stops sending is cut by the latter", report);
      if (!serves(proxy)) continue;
      compare(
        proxy,
        "connect",
        "server",
        "it takes longer to give up on connecting than on an answer",
        report,
      );
      const check = timeoutOf(proxy, "check");
      if (check) for (const server of serversOf(proxy)) compareCheck(check, server, report);
    }
  },
});
