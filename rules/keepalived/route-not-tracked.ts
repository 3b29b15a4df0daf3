import type { Word } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { readRule } from "./policy-rule.ts";
import type { Line } from "./reading.ts";
import { readRoute } from "./route.ts";
import { routesOf, rulesOf } from "./routes.ts";
import { isSince } from "./statements.ts";

export const routeNotTracked = modelRule({
  id: "keepalived/route-not-tracked",
  severity: "warning",
  summary: "A route should name its interface or have no_track",
  daemon: "warns",
  format: keepalived,
  check(model, report, { targets }) {
    const foreign = (line: Line, what: string): void => {
      const protocol = protocolOf(line);
      if (protocol)
        report(
          protocol.at,
          `protocol ${protocol.value} is ignored: a ${what} that is tracked has keepalived's own`,
        );
    };
    for (const entry of rulesOf(model)) {
      const line = readRule(entry);
      if (isTracked(line)) foreign(line, "rule");
    }
    for (const entry of routesOf(model)) {
      const { statement, fixed } = entry;
      const line = readRoute(entry);
      const { seen } = line;
      if (!isTracked(line)) continue;
      foreign(line, "route");
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

const isTracked = ({ seen, faults, words }: Line): boolean =>
  faults.length === 0 && !words.some(({ hole, value }) => hole || value === "encap") && !seen.has("no_track");

/** The value of `protocol` where it is not keepalived's. */
function protocolOf({ seen, words }: Line): Word | undefined {
  const option = seen.get("protocol");
  const word = option && words[words.indexOf(option) + 1];
  return word && !/^(0*18|0x12|keepalived)$/i.test(word.value) ? word : undefined;
}
