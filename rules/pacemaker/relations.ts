import type { Pacemaker, ResourceRef, ResourceSet } from "../../parsers/pacemaker/model.ts";

type Names = readonly string[];

const has = (names: Names, ref: ResourceRef | undefined): boolean =>
  !!ref && names.includes(ref.resource.value);
const holds = (names: Names, sets: readonly ResourceSet[]): boolean =>
  sets.some(({ resources }) => resources.some((ref) => has(names, ref)));

/** The references by which an order or colocation of sets names one of these. */
export const referencesIn = (names: Names, sets: readonly ResourceSet[]): ResourceRef[] =>
  sets.flatMap(({ resources }) => resources.filter((ref) => has(names, ref)));

/** The orders that let one of `first` act before one of `then`; of sets, those that hold both. */
export const ordersBetween = (model: Pacemaker, first: Names, then: Names) =>
  model.orders.filter(
    (order) =>
      (has(first, order.first) && has(then, order.then)) ||
      (holds(first, order.sets) && holds(then, order.sets)),
  );

/** The colocations that place one of `dependent` with one of `base`; of sets, those that hold both. */
export const colocationsBetween = (model: Pacemaker, dependent: Names, base: Names) =>
  model.colocations.filter(
    ({ resource, with: other, sets }) =>
      (has(dependent, resource) && has(base, other)) || (holds(dependent, sets) && holds(base, sets)),
  );
