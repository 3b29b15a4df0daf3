import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { complaints } from "./reading.ts";
import { readRoute } from "./route.ts";
import { routesOf, unknownGroup } from "./routes.ts";

export const routeInvalid = modelRule({
  id: "keepalived/route-invalid",
  severity: "error",
  summary: "A route must have a destination and options that fit it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const entry of routesOf(model)) {
      const line = readRoute(entry);
      for (const { word, message, silent } of complaints(line, "the route is not set"))
        report(word.at, message, silent ? { daemon: "silent" } : {});
      const group = unknownGroup(model, line);
      if (group)
        report(group.at, `track_group ${group.value} is not defined above: the route is not tracked by it`);
    }
  },
});
