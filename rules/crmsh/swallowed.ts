import { remembered } from "../../parsers/core/remembered.ts";
import type { Statement, Tree } from "../../parsers/core/tree.ts";

/** Where commands begin that a backslash has made words of another, and crm takes them for such. */
const swallowedIn = remembered(
  ({ mistakes }: Tree): ReadonlySet<number> =>
    new Set(
      mistakes.flatMap(({ rule, verdict, related = [] }) =>
        rule === "crmsh/continued-command" && verdict === "silent" ? related.map(({ at }) => at.start) : [],
      ),
    ),
);

/** Whether crm makes what this command says, as it was meant. */
export const isMade = ({ keyword }: Statement, tree: Tree): boolean =>
  !swallowedIn(tree).has(keyword.at.start);
