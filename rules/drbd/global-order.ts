import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const globalOrder = modelRule({
  id: "drbd/global-order",
  severity: "warning",
  summary: "The global section should stand before the resources",
  daemon: "warns",
  format: drbd,
  check({ global, resources }, report, { document }) {
    const { statements } = document.tree;
    const first = resources[0];
    if (!global || !first || statements.indexOf(first.statement) > statements.indexOf(global)) return;
    report(global.keyword.at, `global stands after resource ${first.name.value}`, {
      related: [{ at: first.statement.keyword.at, message: "the first resource" }],
    });
  },
});
