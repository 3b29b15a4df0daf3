import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { titleOf } from "./proxies.ts";

export const implicitDefaults = modelRule({
  id: "haproxy/implicit-defaults",
  severity: "warning",
  summary: "A defaults section that some proxies name should be named by all that use it",
  daemon: [{ since: "2.9", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check({ proxies, defaults }, report) {
    for (const section of defaults) {
      const takers = proxies.filter((one) => one.kind !== "defaults" && one.defaults === section);
      const explicit = takers.find(({ from }) => from);
      const implicit = takers.find(({ from }) => !from);
      if (!explicit || !implicit || !section.name) continue;
      const { name } = section;
      const { keyword } = implicit.statement;
      report(
        keyword.at,
        `${titleOf(implicit)} inherits from defaults ${name.value} only because it is the last one before it: write from ${name.value}`,
        {
          related: [{ at: explicit.from!.word.at, message: `${titleOf(explicit)} names it` }],
        },
      );
    }
  },
});
