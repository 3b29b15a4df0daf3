import type { Word } from "../../parsers/core/tree.ts";
import { type Agent, agents } from "../../parsers/pacemaker/agents.ts";
import type { Clone, NvPair, NvSet, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";

/** The template that a primitive is made of, where it is in the file. */
const templateOf = (model: Pacemaker, { template }: Primitive): Primitive | undefined =>
  template && model.templates.find(({ id }) => id.value === template.value);

/** The agent's words: the primitive's own, or its template's. */
export const agentWords = (model: Pacemaker, primitive: Primitive): Primitive =>
  primitive.type ? primitive : (templateOf(model, primitive) ?? primitive);

/** `ocf:heartbeat:IPaddr2`, `systemd:apache2`; undefined where it is not known. */
export function agentId(model: Pacemaker, primitive: Primitive): string | undefined {
  const words = agentWords(model, primitive);
  const parts = [words.class, words.provider, words.type].filter((word) => word !== undefined);
  return !words.type || parts.some(({ hole }) => hole)
    ? undefined
    : parts.map(({ value }) => value).join(":");
}

/** What the table knows of the primitive's agent. */
export function agentOf(model: Pacemaker, primitive: Primitive): Agent | undefined {
  const id = agentId(model, primitive);
  return id !== undefined && Object.hasOwn(agents(), id) ? agents()[id] : undefined;
}

/** The primitives whose agent has one of these ids. */
export const primitivesOf = (model: Pacemaker, ...ids: readonly string[]): Primitive[] =>
  model.primitives.filter((primitive) => ids.includes(agentId(model, primitive) ?? ""));

/** All sets of parameters, its template's behind its own; undefined where one refers to a set that is not in the file. */
export function paramSets(model: Pacemaker, primitive: Primitive): readonly NvSet[] | undefined {
  const template = templateOf(model, primitive);
  if (primitive.template && !template) return undefined;
  const all = [...model.primitives, ...model.templates].flatMap(({ params }) => params);
  const sets = [...primitive.params, ...(template?.params ?? [])].map((set) =>
    set.idRef ? all.find(({ id }) => id?.value === set.idRef?.value) : set,
  );
  return sets.includes(undefined) ? undefined : (sets as NvSet[]);
}

/** The pair that sets a parameter; nothing where several sets with rules may. */
export const paramOf = (model: Pacemaker, primitive: Primitive, name: string): NvPair | undefined =>
  (paramSets(model, primitive) ?? [])
    .filter(({ rule }) => !rule)
    .flatMap(({ pairs }) => pairs)
    .find((pair) => pair.name.value === name);

/** The value of a parameter, where it is known. */
export function valueOf(model: Pacemaker, primitive: Primitive, name: string): Word | undefined {
  const value = paramOf(model, primitive, name)?.value;
  return value?.hole ? undefined : value;
}

export const metaOf = (
  { meta }: { readonly meta: readonly NvSet[] },
  ...names: readonly string[]
): NvPair | undefined => meta.flatMap(({ pairs }) => pairs).find(({ name }) => names.includes(name.value));

/** Pacemaker's own reading of a boolean (crm_str_to_boolean). */
export const isTrue = (word: Word | undefined): boolean => /^(true|on|yes|y|1)$/i.test(word?.value ?? "");

/** Nothing that stands in the file refers to sets elsewhere, so that what is not set is really not set. */
export const settled = ({ meta }: { readonly meta: readonly NvSet[] }): boolean =>
  meta.every(
    ({ idRef, rule, pairs }) =>
      !idRef && !rule && pairs.every(({ name, value }) => !name.hole && !value?.hole),
  );

/** The clone that runs a primitive, alone or in a group. */
export function cloneOf(model: Pacemaker, primitive: Primitive): Clone | undefined {
  const names = [primitive.id.value, groupOf(model, primitive.id)?.id.value];
  return model.clones.find(({ child }) => names.includes(child.value));
}

export const groupOf = (model: Pacemaker, { value }: Word) =>
  model.groups.find(({ members }) => members.some((member) => member.value === value));

export const isPromotable = (clone: Clone): boolean =>
  clone.element === "master" || isTrue(metaOf(clone, "promotable")?.value);

/** The names by which constraints reach a resource: its own, its group's, its clone's. */
export function namesOf(model: Pacemaker, primitive: Primitive): readonly string[] {
  const group = groupOf(model, primitive.id)?.id.value;
  const clone = cloneOf(model, primitive)?.id.value;
  return [primitive.id.value, group, clone].filter((name) => name !== undefined);
}
