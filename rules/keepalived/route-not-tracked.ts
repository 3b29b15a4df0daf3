import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRoute } from "./route.ts";
import { routesOf } from "./routes.ts";
import { isSince } from "./statements.ts";

export const routeNotTracked = modelRule({
  id: "keepalived/route-not-tracked",
  severity: "warning",
  summary: "A route should name its interface or have no_track",
  daemon: "warns",
  format: keepalived,
  check(model, report, { targets }) {
    for (const entry of routesOf(model)) {
      const { statement, fixed } = entry;
      const { seen, faults, words } = readRoute(entry);
      if (faults.length > 0 || words.some(({ hole, value }) => hole || value === "encap")) continue;
      if (seen.has("no_track")) continue;
      const protocol = words[words.findIndex(({ value }) => value === "protocol") + 1];
      if (seen.has("protocol") && protocol && !/^(18|keepalived)$/.test(protocol.value))
        report(
          protocol.at,
          `protocol ${protocol.value} is ignored: a route that is tracked has keepalived's own`,
        );
      if (seen.has("dev") || seen.has("oif")) continue;
      const group = fixed ? seen.get("track_group") : undefined;
      if (group)
        report(group.at, "track_group is ignored: the route has no dev", {
          severity: "error",
          daemon: "rejects",
        });
      if (!isSince(targets, "2.3.2"))
        report(statement.at, "a route without dev is not tracked: what removes it goes unnoticed");
    }
  },
});
