import type { Statement } from "../../parsers/core/tree.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";
import type { Line } from "./reading.ts";

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

/** The word that names a track_group which is not defined above the line. */
export const unknownGroup = ({ trackGroups, statements }: Keepalived, { words, seen }: Line) => {
  const option = seen.get("track_group");
  const word = option && words[words.indexOf(option) + 1];
  const block = statements.findIndex(({ block: list }) =>
    list?.statements.some(({ keyword }) => keyword === words[0]),
  );
  const known = trackGroups.some(
    (group) => group.name?.value === word?.value && statements.indexOf(group.statement) < block,
  );
  return word && !word.hole && !known ? word : undefined;
};
