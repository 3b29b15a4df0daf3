import type { Word } from "../../parsers/core/tree.ts";
import type { Order, ResourceRef, ResourceSet } from "../../parsers/pacemaker/model.ts";
import { booleanOf } from "../../parsers/pacemaker/values.ts";

/** What acts before what; without an order where it goes without saying. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly order?: Order;
}

interface OrderEdge extends Edge {
  readonly order: Order;
  /** What waits. */
  readonly word: Word;
}

export const isMandatory = ({ orderKind, score }: Order): boolean =>
  orderKind ? /^mandatory$/i.test(orderKind.value) : score?.value === undefined || score.value > 0;

/** What acts, and how: `web start`. */
const keyOf = ({ resource, action }: ResourceRef, usual = "start"): string =>
  `${resource.value} ${action?.value ?? usual}`;

/** What an order says, of two resources or of sets: the members of a set one after another, and one set before the next. */
export function edgesOf(order: Order): readonly OrderEdge[] {
  const { first, then, sets } = order;
  const edge = (from: ResourceRef, to: ResourceRef, usual?: string): OrderEdge[] =>
    from.resource.hole || to.resource.hole
      ? []
      : [{ from: keyOf(from), to: keyOf(to, usual), word: to.resource, order }];
  if (first && then) return edge(first, then, first.action?.value);
  if (sets.some(({ idRef }) => idRef)) return [];
  return sets.flatMap((set, i) => {
    const inside = isSequential(set)
      ? set.resources.slice(1).flatMap((to, j) => edge(set.resources[j]!, to))
      : [];
    const before = i > 0 && !is(sets[i - 1]!, "require-all", false) ? sets[i - 1]! : undefined;
    const between = pairsBetween(before, set).flatMap(([from, to]) => edge(from, to, from.action?.value));
    return [...inside, ...between];
  });
}

/** From the last of a sequence to the first of the next, and from a resource to itself wherever it stands in the two. */
function pairsBetween(
  before: ResourceSet | undefined,
  after: ResourceSet,
): (readonly [ResourceRef, ResourceRef])[] {
  if (!before) return [];
  const lasts = isSequential(before) ? before.resources.slice(-1) : before.resources;
  const firsts = isSequential(after) ? after.resources.slice(0, 1) : after.resources;
  return before.resources.flatMap((from) =>
    after.resources
      .filter(
        (to) => from.resource.value === to.resource.value || (lasts.includes(from) && firsts.includes(to)),
      )
      .map((to) => [from, to] as const),
  );
}

const is = ({ options }: ResourceSet, name: string, value: boolean): boolean =>
  options.some((pair) => pair.name.value === name && booleanOf(pair.value?.value ?? "") === value);

const isSequential = (set: ResourceSet): boolean => !is(set, "sequential", false);
