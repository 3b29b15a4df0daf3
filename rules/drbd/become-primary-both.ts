import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { dualPrimary, isDrbd8, sameHost, settled } from "./levels.ts";

export const becomePrimaryBoth = modelRule({
  id: "drbd/become-primary-both",
  severity: "error",
  summary:
    "Nodes that become primary must be hosts of the resource, and both only where two primaries are allowed",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document, targets }) {
    const daemon = isDrbd8(targets) ? ("rejects" as const) : ("silent" as const);
    for (const resource of resources) {
      const become = effective(resource, "startup", "become-primary-on");
      if (!become || !settled(resource, document)) continue;
      const words = become.statement.args;
      const hosts = resource.hosts.flatMap(({ names }) => names);
      if (words.some(({ hole }) => hole) || hosts.some(({ hole }) => hole)) continue;
      const both = words.find(({ value }) => value === "both");
      if ((both || words.length > 1) && !dualPrimary(resource))
        report(
          (both ?? words[0]!).at,
          "become-primary-on promotes both nodes, and allow-two-primaries is not set",
          { daemon },
        );
      if (both || hosts.length === 0 || become.from === "common") continue;
      for (const word of words)
        if (!hosts.some(({ value }) => sameHost(value, word.value)))
          report(word.at, `become-primary-on ${word.value} is no host of resource ${resource.name.value}`, {
            daemon,
          });
    }
  },
});
