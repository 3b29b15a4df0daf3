import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { callsIn } from "./calls.ts";
import { certain, chainOf, listens, running, titleOf } from "./proxies.ts";

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
  severity: "error",
  summary: "A capture that is read or written must be declared in its frontend",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (!listens(proxy)) continue;
      for (const { action, ruleset, args, statement } of proxy.rules) {
        const id = args[args.findIndex(({ value }) => value === "id") + 1];
        if (action !== "capture" || !args.some(({ value }) => value === "id") || !id || id.hole) continue;
        const side = ruleset === "http-response" ? "response" : "request";
        if (Number(id.value) >= slotsOf(proxy, side))
          report(id.at, `${titleOf(proxy)} has no ${side} capture ${id.value}: they count from 0`, {
            daemon: certain(statement, "rejects"),
          });
      }
      for (const { call } of proxy.expressions.flatMap(callsIn)) {
        const side = /^capture\.(req|res)\.hdr$/.exec(call.name)?.[1] === "res" ? "response" : "request";
        const [index] = call.args ?? [];
        if (!/^capture\.re[qs]\.hdr$/.test(call.name) || !index || !/^\d+$/.test(index.value)) continue;
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
    }
  },
});
