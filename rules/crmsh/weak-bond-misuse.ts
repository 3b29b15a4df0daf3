import type { Word } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { modelRule } from "../rule.ts";

export const weakBondMisuse = modelRule({
  id: "crmsh/weak-bond-misuse",
  format: crmsh,
  severity: "warning",
  summary: "assist weak-bond makes no resource depend on another",
  daemon: "silent",
  check({ primitives }, report, { document }) {
    for (const { keyword, args, at } of document.tree.statements) {
      const [command, ...resources] = args;
      if (keyword.value !== "assist" || !command || !/^weak[-_]?bond$/.test(command.value)) continue;
      const [service, base] = resources;
      if (!service || !base) continue;
      report(
        at,
        `weak-bond only asks for one node for ${service.value} and ${base.value}, through a Dummy resource: neither waits for the other, and each stays when the other stops`,
        {
          related: primitives
            .filter(({ id }) => resources.some(({ value }) => value === id.value))
            .map(({ id }) => ({ at: id.at, message: `runs whether or not ${other(resources, id)} does` })),
        },
      );
    }
  },
});

const other = (resources: readonly Word[], { value }: Word): string =>
  resources
    .filter((word) => word.value !== value)
    .map((word) => word.value)
    .join(" and ");
