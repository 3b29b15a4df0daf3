import { type Span, span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { effective } from "../../parsers/pacemaker/effective.ts";
import type {
  Bundle,
  Clone,
  Group,
  NvPair,
  NvSet,
  Pacemaker,
  Primitive,
  Resource,
  ResourceRef,
  Rule,
} from "../../parsers/pacemaker/model.ts";
import type { Document } from "../rule.ts";
import { agentId, agentWords, groupOf } from "./resources.ts";

export const resourcesOf = ({ primitives, groups, clones, bundles }: Pacemaker): readonly Resource[] => [
  ...primitives,
  ...groups,
  ...clones,
  ...bundles,
];

/** The fence devices. */
export const devicesOf = (model: Pacemaker): readonly Primitive[] =>
  model.primitives.filter((primitive) => agentWords(model, primitive).class?.value === "stonith");

const classes = ["ocf", "systemd", "service", "lsb", "stonith", "upstart", "nagios", "heartbeat"];

/** A class that is no word of Pacemaker's, stands in a template that is not in the file, or in a template engine's hole. */
export const unknownClass = (model: Pacemaker): boolean =>
  model.primitives.some((primitive) => {
    const kind = agentWords(model, primitive).class;
    return !kind || kind.hole === true || !classes.includes(kind.value);
  });

/** The machines that vote: not remote, not pinged. */
export const members = ({ nodes }: Pacemaker) =>
  nodes.filter(({ type }) => !type || type.value === "member" || type.value === "normal");

/** All names by which a node may be called, in lower case: Pacemaker does not mind the case. */
export function nodeNames(model: Pacemaker): ReadonlySet<string> {
  const guests = [...model.primitives, ...model.templates].flatMap(({ meta }) =>
    meta.flatMap(({ pairs }) => pairs.filter(({ name }) => name.value === "remote-node")),
  );
  const remotes = model.primitives.filter((one) => agentId(model, one) === "ocf:pacemaker:remote");
  const names = [
    ...model.nodes.map(({ name }) => name.value),
    ...guests.map(({ value }) => value?.value ?? ""),
    ...remotes.map(({ id }) => id.value),
  ];
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Nodes may be missing from the list: none is written, or a template makes them. */
export const nodesOpen = ({ nodes }: Pacemaker): boolean =>
  nodes.length === 0 || nodes.some(({ name }) => name.hole);

/** `<bundle>-0` … are nodes too. */
export const isReplica = ({ bundles }: Pacemaker, name: string): boolean =>
  bundles.some(({ id }) => name.startsWith(`${id.value}-`));

/** What counts for a resource: its own meta attributes, its group's, its clone's or bundle's, then the defaults. */
export function metaOf(model: Pacemaker, resource: Resource, name: string): NvPair | undefined {
  for (const sets of [...[resource, ...around(model, resource)].map(({ meta }) => meta), model.rscDefaults]) {
    const found = effective(sets, name);
    if (found) return found.pair;
  }
  return undefined;
}

/** The group, clone or bundle that a resource stands in, the innermost first. */
export function around(model: Pacemaker, resource: Resource): readonly (Group | Clone | Bundle)[] {
  const group = groupOf(model, resource.id);
  const inner = [resource.id.value, group?.id.value];
  const outer = [...model.clones, ...model.bundles].filter(
    ({ child }) => child && inner.includes(child.value),
  );
  return group ? [group, ...outer] : outer;
}

export const textOf = (word: Word | undefined): string | undefined => (word?.hole ? undefined : word?.value);

export const pairsOf = (sets: readonly NvSet[]): readonly NvPair[] => sets.flatMap(({ pairs }) => pairs);

/** All that a constraint names, with its sets. */
export const referencesOf = (model: Pacemaker): readonly ResourceRef[] =>
  [
    ...model.locations.flatMap(({ resource, sets }) => [resource, ...sets.flatMap((set) => set.resources)]),
    ...model.colocations.flatMap((one) => [
      one.resource,
      one.with,
      ...one.sets.flatMap((set) => set.resources),
    ]),
    ...model.orders.flatMap((one) => [one.first, one.then, ...one.sets.flatMap((set) => set.resources)]),
    ...model.tickets.flatMap(({ resource, sets }) => [resource, ...sets.flatMap((set) => set.resources)]),
  ].filter((reference) => reference !== undefined);

/** A rule with those inside it. */
export const rulesIn = (rule: Rule): readonly Rule[] => [
  rule,
  ...rule.expressions.flatMap((one) => (one.kind === "rule" ? rulesIn(one.rule) : [])),
];

/** The sets that may have a score and a rule. */
export const allSets = (model: Pacemaker): readonly NvSet[] => [
  ...model.properties,
  ...model.rscDefaults,
  ...model.opDefaults,
  ...resourcesOf(model).flatMap(({ meta, params }) => [...meta, ...params]),
  ...model.nodes.flatMap(({ attributes }) => attributes),
];

/** Those of locations and of sets, with the rules inside them. */
export const allRules = (model: Pacemaker): readonly Rule[] =>
  [
    ...model.locations.flatMap(({ rules }) => rules),
    ...allSets(model).flatMap(({ rule }) => rule ?? []),
  ].flatMap(rulesIn);

/** Where to say what the whole configuration lacks: at the properties, else at the first thing in it. */
export function wholeAt(model: Pacemaker, { tree }: Document): Span {
  const first = model.properties[0]?.statement ?? tree.statements[0];
  return first?.keyword.at ?? span(tree.source, 0, 0);
}
