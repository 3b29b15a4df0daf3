import type { Statement } from "../../parsers/core/tree.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";

/** A line of a list of routes or rules; `fixed`: of static_routes or static_rules, which no instance moves. */
export interface Entry {
  readonly statement: Statement;
  readonly fixed: boolean;
}

const entriesOf = (own: readonly Statement[], fixed: readonly Statement[]): readonly Entry[] => [
  ...own.map((statement) => ({ statement, fixed: false })),
  ...fixed.map((statement) => ({ statement, fixed: true })),
];

export const routesOf = ({ vrrpInstances, staticRoutes }: Keepalived): readonly Entry[] =>
  entriesOf(
    vrrpInstances.flatMap(({ virtualRoutes }) => virtualRoutes),
    staticRoutes,
  );

export const rulesOf = ({ vrrpInstances, staticRules }: Keepalived): readonly Entry[] =>
  entriesOf(
    vrrpInstances.flatMap(({ virtualRules }) => virtualRules),
    staticRules,
  );
