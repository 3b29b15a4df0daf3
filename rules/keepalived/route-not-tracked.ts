import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRoute } from "./route.ts";
import { routesOf } from "./routes.ts";

export const routeNotTracked = modelRule({
  id: "keepalived/route-not-tracked",
  severity: "warning",
  summary: "A route should name its interface or have no_track",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const { statement, fixed } of routesOf(model)) {
      const { seen, faults, words } = readRoute(statement);
      if (faults.length > 0 || words.some(({ hole, value }) => hole || value === "encap")) continue;
      if (seen.has("no_track") || seen.has("dev") || seen.has("oif")) continue;
      const group = fixed ? seen.get("track_group") : undefined;
      if (group)
        report(group.at, "track_group is ignored: the route has no dev", {
          severity: "error",
          daemon: "rejects",
        });
      report(statement.at, "a route without dev is not tracked: what removes it goes unnoticed");
    }
  },
});
