import type { Word } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import type { Crm } from "../../parsers/crmsh/model.ts";
import { modelRule } from "../rule.ts";

export const sharedChild = modelRule({
  id: "crmsh/shared-child",
  format: crmsh,
  severity: "error",
  summary: "A resource may stand in one group, clone or bundle only",
  daemon: "rejects",
  check(model, report) {
    const first = new Map<string, Child>();
    for (const child of childrenOf(model)) {
      const { word, parent, owner } = child;
      const other = first.get(word.value);
      if (!other) first.set(word.value, child);
      else if (other.parent !== parent)
        report(word.at, `${word.value} of ${owner} stands in ${other.owner} already: crm refuses the file`, {
          related: [{ at: other.word.at, message: "the first" }],
        });
    }
  },
});

interface Child {
  readonly word: Word;
  readonly parent: string;
  /** `group g` */
  readonly owner: string;
}

/** In the order of the file. */
const childrenOf = ({ groups, clones, bundles }: Crm): readonly Child[] =>
  [...groups, ...clones, ...bundles]
    .flatMap((one) => {
      const words = one.kind === "group" ? one.members : one.child ? [one.child] : [];
      const owner = `${one.statement.keyword.value} ${one.id.value}`;
      return words
        .filter(({ hole }) => !hole && !one.id.hole)
        .map((word) => ({ word, parent: one.id.value, owner }));
    })
    .sort((a, b) => a.word.at.start - b.word.at.start);
