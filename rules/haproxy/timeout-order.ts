import type { Setting } from "../../parsers/core/settings.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { milliseconds } from "../../parsers/haproxy/modelParts.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { inProxies } from "./inProxies.ts";
import { isRunning, listens, serverOption, serves } from "./proxies.ts";
import { type AnyServer, isChecked, serversOf } from "./servers.ts";
import { timeoutOf } from "./timeouts.ts";

/** A timeout that never ends before the one inside it does. */
interface Longer {
  readonly outer: Setting<number>;
  readonly inner: Word;
  readonly message: string;
  /** Told once of each outer one, however many servers have it. */
  readonly once?: true;
}

function compared(proxy: Proxy, long: string, short: string, why: string): Longer[] {
  const [outer, inner] = [timeoutOf(proxy, long), timeoutOf(proxy, short)];
  if (!outer || !inner || inner.value === 0 || outer.value <= inner.value) return [];
  const message = `timeout ${long} ${outer.word.value} is longer than timeout ${short} ${inner.word.value}: ${why}`;
  return [{ outer, inner: inner.word, message }];
}

function comparedCheck(check: Setting<number>, server: AnyServer): Longer[] {
  const inter = serverOption(server, "inter")?.args[0];
  const pause = inter && milliseconds(inter);
  if (!inter || !pause || check.value <= pause || !isChecked(server)) return [];
  const message = `timeout check ${check.word.value} is longer than inter ${inter.value}: a check of a silent server outlasts the pause between checks`;
  return [{ outer: check, inner: inter, message, once: true }];
}

const longer = inProxies((proxy): readonly Longer[] => {
  if (!isRunning(proxy)) return [];
  const request =
    listens(proxy) && proxy.mode === "http"
      ? compared(proxy, "http-request", "client", "a client that stops sending is cut by the latter")
      : [];
  if (!serves(proxy)) return request;
  const check = timeoutOf(proxy, "check");
  return [
    ...request,
    ...compared(proxy, "connect", "server", "it takes longer to give up on connecting than on an answer"),
    ...(check ? serversOf(proxy).flatMap((server) => comparedCheck(check, server)) : []),
  ];
});

export const timeoutOrder = modelRule({
  id: "haproxy/timeout-order",
  severity: "info",
  summary: "A timeout that lies inside another should be the shorter one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const told = new Set<Word>();
    for (const { outer, inner, message, once } of longer(model)) {
      if (once && told.has(outer.word)) continue;
      if (once) told.add(outer.word);
      report(outer.word.at, message, { related: [{ at: inner.at, message: "the shorter one" }] });
    }
  },
});
