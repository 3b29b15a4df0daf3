import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRoute } from "./route.ts";
import { routesOf } from "./routes.ts";

export const routeInvalid = modelRule({
  id: "keepalived/route-invalid",
  severity: "error",
  summary: "A route must have a destination and options that fit it",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { statement } of routesOf(model))
      for (const { word, message } of readRoute(statement).faults.slice(0, 1))
        report(word.at, `${message}: the route is not set`);
  },
});
