import type { Word } from "../../parsers/core/tree.ts";
import { effective } from "../../parsers/pacemaker/effective.ts";
import type { Clone } from "../../parsers/pacemaker/model.ts";
import { isPromotable, isTrue } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const promotableNumbers = pacemakerRule({
  id: "pacemaker/promotable-numbers",
  severity: "error",
  summary: "A clone's numbers of instances must fit together",
  daemon: "silent",
  check({ clones }, report) {
    for (const clone of clones) {
      const max = numberOf(clone, "clone-max");
      const perNode = numberOf(clone, "clone-node-max");
      const unique = isTrue(effective(clone.meta, "globally-unique")?.pair.value);
      if (perNode && perNode.value > 1 && !unique && clone.meta.every(({ rule, idRef }) => !rule && !idRef))
        report(
          perNode.word.at,
          `clone-node-max ${perNode.value} of ${clone.id.value} needs globally-unique=true: otherwise a node runs one instance`,
          { daemon: "warns" },
        );
      if (!isPromotable(clone)) continue;
      const promoted = numberOf(clone, "promoted-max", "master-max");
      if (promoted && max && promoted.value > max.value)
        report(
          promoted.word.at,
          `${promoted.value} instances of ${clone.id.value} shall be promoted and only ${max.value} run`,
          { related: [{ at: max.word.at, message: "so many run" }] },
        );
      const together = numberOf(clone, "promoted-node-max", "master-node-max");
      if (together && together.value > (perNode?.value ?? 1))
        report(
          together.word.at,
          `${together.value} instances of ${clone.id.value} shall be promoted on one node, which runs ${perNode?.value ?? 1}`,
        );
    }
  },
});

function numberOf({ meta }: Clone, ...names: readonly string[]): { value: number; word: Word } | undefined {
  const word = effective(meta, ...names)?.pair.value;
  return word && !word.hole && /^\d+$/.test(word.value) ? { value: Number(word.value), word } : undefined;
}
