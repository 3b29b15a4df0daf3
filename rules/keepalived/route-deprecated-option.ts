import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRoute } from "./route.ts";
import { routesOf } from "./routes.ts";

export const routeDeprecatedOption = modelRule({
  id: "keepalived/route-deprecated-option",
  severity: "warning",
  summary: "A route should use via and nexthop instead of gw and or",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const entry of routesOf(model)) {
      const { seen } = readRoute(entry);
      const gw = seen.get("gw");
      const or = seen.get("or");
      if (gw)
        report(gw.at, "gw is deprecated: use via", {
          fix: { title: "replace with via", safe: true, edits: [{ at: gw.at, text: "via" }] },
        });
      if (or) report(or.at, "or is deprecated: use nexthop for each of the two");
    }
  },
});
