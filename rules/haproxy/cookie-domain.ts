import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

export const cookieDomain = modelRule({
  id: "haproxy/cookie-domain",
  scope: "section",
  severity: "warning",
  summary: "The domain of a cookie needs a dot inside",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const { cookie } of proxiesWith(model, "cookie"))
      for (const {
        name,
        args: [word],
      } of cookie?.options ?? [])
        if (name === "domain" && word && !word.hole && !word.value.slice(1).includes("."))
          report(word.at, `domain ${word.value} has no dot inside: browsers drop such a cookie`);
  },
});
