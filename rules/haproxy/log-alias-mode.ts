import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { formatsOf } from "./placed.ts";

/** Aliases that speak of a request or response (LF_FMT with LOG_OPT_HTTP, src/log.c). */
const http = new Set("CC CS HM HP HPO HQ HU HV TR Ta Ti Tq Tr r tr trg trl".split(" "));

export const logAliasMode = modelRule({
  id: "haproxy/log-alias-mode",
  scope: "section",
  severity: "error",
  summary: "An alias that speaks of HTTP must stand in a proxy of mode http",
  daemon: [{ since: "3.0", verdict: "silent" }, { verdict: "rejects" }],
  format: haproxy,
  check(model, report) {
    for (const place of formatsOf(model)) {
      if (place.proxy?.mode !== "tcp") continue;
      const { name, kind } = place.proxy;
      for (const { alias } of place.format.items)
        if (alias && http.has(alias.name))
          report(alias.at, `%${alias.name} is empty in ${kind} ${name?.value ?? ""}, whose mode is tcp`, {
            related: place.proxy.ownMode
              ? [{ at: place.proxy.ownMode.word.at, message: "its mode" }]
              : name
                ? [{ at: name.word.at, message: "no line sets its mode" }]
                : [],
          });
    }
  },
});
