import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { samplesOf } from "./calls.ts";
import { chainOf, listens, running } from "./proxies.ts";

export const dynamicBackend = modelRule({
  id: "haproxy/dynamic-backend",
  scope: "section",
  severity: "warning",
  summary: "A backend taken from a map needs a default for what the map does not hold",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model).filter(listens)) {
      if (chainOf(proxy).some(({ defaultBackend }) => defaultBackend) || proxy.servers.length > 0) continue;
      for (const { ruleset, expressions, condition } of proxy.rules) {
        if (ruleset !== "use_backend" || condition) continue;
        const map = expressions
          .flatMap((place) => (place.kind === "format" ? samplesOf(place) : []))
          .flatMap(({ converters }) => converters.slice(-1))
          .find(({ name, args }) => /^map(_|$)/.test(name) && (args?.length ?? 0) < 2);
        if (map)
          report(
            map.whole,
            "what the map does not hold gets no backend and the answer 503: neither map nor default_backend has a default",
          );
      }
    }
  },
});
