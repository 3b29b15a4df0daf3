import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { isRunning, titleOf } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

export const twoStickTables = modelRule({
  id: "haproxy/two-stick-tables",
  scope: "section",
  severity: "error",
  summary: "A proxy has one stick table",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "stick-table").filter(isRunning)) {
      const [first, ...others] = ownLines(proxy, "stick-table");
      for (const statement of others)
        if (first && !exclusive(first, statement))
          report(
            statement.keyword.at,
            `${titleOf(proxy)} has a stick-table already: a second one needs a backend of its own`,
            {
              related: [{ at: first.keyword.at, message: "the first one" }],
              ...unlessBranch(first, statement),
            },
          );
    }
  },
});
