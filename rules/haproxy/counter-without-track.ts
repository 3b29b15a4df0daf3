import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { counterReads, phaseOf, rulesOf, trackedBy } from "./counters.ts";
import { isPart } from "./effective.ts";
import { hasForeignCode } from "./proxies.ts";

const tracks = (proxy: Proxy, counter: number): boolean =>
  rulesOf(proxy).some((rule) => trackedBy(rule) === counter);

export const counterWithoutTrack = modelRule({
  id: "haproxy/counter-without-track",
  severity: "error",
  summary: "A sticky counter that is read must be tracked first",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || hasForeignCode(model)) return;
    if (isPart(model) && model.proxies.every(({ kind }) => kind === "backend")) return;
    for (const { placed, counter } of counterReads(model)) {
      const { place, call } = placed;
      const { proxy } = place;
      if (!proxy || proxy.kind === "defaults") continue;
      const rule = proxy.rules.find(({ statement }) => statement === place.statement);
      const early = proxy.kind === "frontend" && rule !== undefined && phaseOf(rule) !== undefined;
      if (early ? tracks(proxy, counter) : model.proxies.some((one) => tracks(one, counter))) continue;
      report(
        call.at,
        `${call.name} reads counter ${counter}, and no track-sc${counter} fills it before: it is always 0`,
      );
    }
  },
});
