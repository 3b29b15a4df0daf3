import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { callsNamed } from "./calls.ts";
import { rulesDoing } from "./lookup.ts";
import { certain, chainOf, isRunning, listens, titleOf } from "./proxies.ts";

type Side = "request" | "response";

/** How many captures a frontend has: its `capture` and `declare capture` lines, and the rules that make one of their own, inherited ones too. */
function slotsOf(proxy: Proxy, side: Side): number {
  const header = new RegExp(`^(capture ${side} header|declare capture ${side}) `);
  const declared = proxy.statements.filter(({ keyword, args }) =>
    header.test([keyword.value, ...args.map(({ value }) => value)].join(" ")),
  );
  const own = chainOf(proxy).flatMap(({ rules }) =>
    rules.filter(
      ({ ruleset, action, args }) =>
        action === "capture" &&
        (ruleset === "http-response") === (side === "response") &&
        args.some(({ value }) => value === "len"),
    ),
  );
  return declared.length + own.length;
}

export const captureSlot = modelRule({
  id: "haproxy/capture-slot",
  scope: "section",
  severity: "error",
  summary: "A capture that is read or written must be declared in its frontend",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    const hasSlots = (proxy: Proxy | undefined): proxy is Proxy =>
      proxy !== undefined && listens(proxy) && isRunning(proxy);
    for (const { rule, proxy } of rulesDoing(model, "capture")) {
      const { ruleset, args, statement } = rule;
      const at = args.findIndex(({ value }) => value === "id");
      const id = at < 0 ? undefined : args[at + 1];
      if (!hasSlots(proxy) || !id || id.hole) continue;
      const side = ruleset === "http-response" ? "response" : "request";
      if (Number(id.value) >= slotsOf(proxy, side))
        report(id.at, `${titleOf(proxy)} has no ${side} capture ${id.value}: they count from 0`, {
          daemon: certain(statement, "rejects"),
        });
    }
    for (const { call, place } of callsNamed(model, (name) => /^capture\.re[qs]\.hdr$/.test(name))) {
      const side = call.name === "capture.res.hdr" ? "response" : "request";
      const [index] = call.args ?? [];
      const { proxy } = place;
      if (!hasSlots(proxy) || !index || !/^\d+$/.test(index.value)) continue;
      if (Number(index.value) >= slotsOf(proxy, side))
        report(
          index.at,
          `${titleOf(proxy)} has no ${side} capture ${index.value}: they count from 0, and this is always empty`,
          {
            daemon: "silent",
            severity: "warning",
          },
        );
    }
  },
});
