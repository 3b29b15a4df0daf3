import { cib } from "../../parsers/cib/index.ts";
import { type Statement, type Word, walk } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import type { NvSet, Pacemaker, ResourceRef, ResourceSet } from "../../parsers/pacemaker/model.ts";
import { isElement, valueOf } from "../../parsers/xml/element.ts";
import type { Document } from "../../rules/rule.ts";
import { type Kind, type Mention, modelIn, wordMention } from "./mention.ts";

export const pacemakerIn = (document: Document): Pacemaker | undefined =>
  modelIn(document, cib) ?? modelIn(document, crmsh);

const idFault = (name: string): string | undefined =>
  /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) ? undefined : "is not an XML id";

const kind: Kind = { space: "pacemaker/id", title: "id", fault: idFault };
const resource: Kind = { ...kind, title: "resource" };

/** The sets of pairs of a thing, whichever it has. */
const setsOf = (thing: object): readonly NvSet[] =>
  ["params", "meta", "utilization", "attributes"].flatMap(
    (key) => (thing as Readonly<Record<string, readonly NvSet[] | undefined>>)[key] ?? [],
  );

/** Ids of a CIB and of the crm shell: XML has one space of ids for all kinds of elements. */
export function pacemakerMentions(document: Document): Mention[] {
  const model = pacemakerIn(document);
  if (!model) return [];
  const { primitives, templates, groups, clones, bundles, tags, acls, alerts, fencingLevels } = model;
  const constraints = [...model.locations, ...model.colocations, ...model.orders, ...model.tickets];
  const resources = [...primitives, ...templates, ...groups, ...clones, ...bundles];
  const sets = [
    ...[...model.properties, ...model.rscDefaults, ...model.opDefaults],
    ...[...resources, ...alerts, ...model.nodes].flatMap(setsOf),
  ];
  const defines = (one: Kind, word: Word | undefined, statement: Statement): Mention[] =>
    wordMention(one, true, word, statement);
  const uses = (words: readonly (Word | undefined)[], statement: Statement): Mention[] =>
    words.flatMap((word) => wordMention(resource, false, word, statement));
  const refs = (found: readonly (ResourceRef | undefined)[], statement: Statement): Mention[] =>
    uses(
      found.map((one) => one?.resource),
      statement,
    );
  return [
    ...resources.flatMap(({ id, statement }) => defines(resource, id, statement)),
    ...[...constraints, ...tags, ...acls, ...alerts].flatMap(({ id, statement }) =>
      defines(kind, id, statement),
    ),
    ...sets.flatMap(({ id, idRef, statement }) => [
      ...defines(kind, id, statement),
      ...uses([idRef], statement),
    ]),
    ...[...primitives, ...templates].flatMap(({ ops, template, statement }) => [
      ...uses([template], statement),
      ...ops.flatMap(({ id, idRef }) => [...defines(kind, id, statement), ...uses([idRef], statement)]),
    ]),
    ...groups.flatMap(({ members, statement }) => uses(members, statement)),
    ...[...clones, ...bundles].flatMap(({ child, statement }) => uses([child], statement)),
    ...constraints.flatMap((one) => [
      ...refs(namedIn(one), one.statement),
      ...one.sets.flatMap(({ id, idRef, resources: list }: ResourceSet) => [
        ...defines(kind, id, one.statement),
        ...uses([idRef], one.statement),
        ...refs(list, one.statement),
      ]),
    ]),
    ...fencingLevels.flatMap(({ devices, statement }) => uses(devices, statement)),
    ...tags.flatMap(({ references, statement }) => uses(references, statement)),
    ...acls.flatMap(({ roles, statement }) => uses(roles, statement)),
    ...[...walk(document.tree.statements)].flatMap((one) =>
      isElement(one) && one.keyword.value === "acl_permission" ? uses([valueOf(one, "reference")], one) : [],
    ),
  ];
}

function namedIn(
  constraint: Pacemaker["locations" | "colocations" | "orders" | "tickets"][number],
): readonly (ResourceRef | undefined)[] {
  switch (constraint.kind) {
    case "colocation":
      return [constraint.resource, constraint.with];
    case "order":
      return [constraint.first, constraint.then];
    default:
      return [constraint.resource];
  }
}
