import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Mode } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { certain, listens, serves, takersOf, titleOf } from "./proxies.ts";
import { switchesOf } from "./undefined-backend.ts";

/** A TCP frontend may hand its connection to an HTTP backend. */
const fits = (front: Mode, back: Mode): boolean => front === back || (front === "tcp" && back === "http");

export const modeMismatch = modelRule({
  id: "haproxy/mode-mismatch",
  severity: "error",
  summary: "A frontend and the backends it switches to must be of one mode",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    if (new Set(model.proxies.map(({ mode }) => mode)).size < 2) return;
    const backends = new Map(
      model.proxies.filter(serves).flatMap((one) => (one.name ? [[one.name.value, one] as const] : [])),
    );
    for (const { name, at, proxy, statement, by } of switchesOf(model)) {
      const backend = backends.get(name);
      if (!backend?.mode || backend.statement.branch) continue;
      const taker = takersOf(proxy!, model).find(
        (one) =>
          listens(one) &&
          one.mode &&
          !fits(one.mode, backend.mode!) &&
          (one === proxy || !one.defaultBackend),
      );
      if (!taker || taker.statement.branch) continue;
      const conditional = [taker, backend].some(({ ownMode }) => ownMode?.statement.branch);
      report(
        at,
        `${by} ${name}: ${titleOf(taker)} is of mode ${taker.mode}, ${titleOf(backend)} of mode ${backend.mode}`,
        {
          related: [taker, backend].map((one) => ({
            at: (one.ownMode ?? one.defaults?.ownMode)?.statement.at ?? one.statement.keyword.at,
            message: `mode of ${titleOf(one)}`,
          })),
          daemon: conditional ? "silent" : certain(statement, "rejects"),
        },
      );
    }
  },
});
