import { span } from "../core/source.ts";
import { isTemplated } from "../core/template.ts";
import { type Tree, type Word, walk } from "../core/tree.ts";
import type { Acl, Alert, ClusterNode, FencingLevel, Pacemaker, Tag } from "../pacemaker/model.ts";
import { children, childrenOf, isElement, type XmlElement } from "../xml/element.ts";
import { colocationOf, locationOf, orderOf, ticketOf } from "./constraints.ts";
import { type ById, idOf, setsOf, word, wordOf } from "./nvsets.ts";
import { resourcesOf } from "./resources.ts";

/** The `<cib>` element. */
export const rootOf = ({ statements }: Tree): XmlElement | undefined =>
  statements.filter(isElement).find(({ keyword }) => keyword.value === "cib");

export function modelOf(tree: Tree): Pacemaker {
  const root = rootOf(tree);
  const configurations = root ? children(root, "configuration") : [];
  const section = (name: string): XmlElement | undefined =>
    configurations.flatMap((one) => children(one, name))[0];
  const inside = (name: string, kind: string): readonly XmlElement[] => {
    const parent = section(name);
    return parent ? children(parent, kind) : [];
  };
  const byId = idsOf(configurations);
  const sets = (name: string, kind: string) => {
    const parent = section(name);
    return parent ? setsOf(parent, kind, byId) : [];
  };
  return {
    syntax: "cib",
    whole:
      configurations.length === 1 &&
      tree.mistakes.length === 0 &&
      !isTemplated(tree) &&
      !hasUnknown(section("resources")),
    ...(root ? word(root, "validate-with", "validateWith") : {}),
    properties: sets("crm_config", "cluster_property_set"),
    rscDefaults: sets("rsc_defaults", "meta_attributes"),
    opDefaults: sets("op_defaults", "meta_attributes"),
    nodes: inside("nodes", "node").map((element) => nodeOf(element, byId)),
    ...resourcesOf(section("resources"), byId),
    locations: inside("constraints", "rsc_location").map(locationOf),
    colocations: inside("constraints", "rsc_colocation").map(colocationOf),
    orders: inside("constraints", "rsc_order").map(orderOf),
    tickets: inside("constraints", "rsc_ticket").map(ticketOf),
    fencingLevels: inside("fencing-topology", "fencing-level").map(levelOf),
    tags: inside("tags", "tag").map(tagOf),
    acls: aclsOf(section("acls")),
    alerts: inside("alerts", "alert").map((element) => alertOf(element, byId)),
  };
}

const kinds = ["primitive", "template", "group", "clone", "master", "bundle"];

/** Some element among the resources is none: what it was meant to be is missing. */
const hasUnknown = (resources: XmlElement | undefined): boolean =>
  resources !== undefined && childrenOf(resources).some(({ keyword }) => !kinds.includes(keyword.value));

/** The first element of each id: the status section repeats ids of resources. */
function idsOf(configurations: readonly XmlElement[]): ById {
  const byId = new Map<string, XmlElement>();
  for (const statement of walk(configurations)) {
    const id = isElement(statement) ? wordOf(statement, "id")?.value : undefined;
    if (id && !byId.has(id)) byId.set(id, statement as XmlElement);
  }
  return byId;
}

const nodeOf = (element: XmlElement, byId: ById): ClusterNode => ({
  id: idOf(element),
  name: wordOf(element, "uname") ?? idOf(element),
  ...word(element, "type", "type"),
  attributes: setsOf(element, "instance_attributes", byId),
  utilization: setsOf(element, "utilization", byId),
  statement: element,
});

function levelOf(element: XmlElement): FencingLevel {
  const name = wordOf(element, "target-attribute");
  const value = wordOf(element, "target-value");
  return {
    ...word(element, "id", "id"),
    ...word(element, "target", "target"),
    ...word(element, "target-pattern", "pattern"),
    ...(name && value ? { attribute: { name, value } } : {}),
    ...word(element, "index", "index"),
    devices: partsOf(wordOf(element, "devices")),
    statement: element,
  };
}

/** The parts of a comma-separated value, each where it stands. */
function partsOf(list: Word | undefined): Word[] {
  if (!list) return [];
  const { source, start } = list.at;
  return [...list.value.matchAll(/[^,]+/g)].map(({ 0: value, index }) => ({
    kind: "word",
    value: value.trim(),
    at: span(source, start + index, start + index + value.length),
    ...(list.hole ? { hole: true } : {}),
  }));
}

const tagOf = (element: XmlElement): Tag => ({
  id: idOf(element),
  references: children(element, "obj_ref").map(idOf),
  statement: element,
});

const aclKinds: Readonly<Record<string, Acl["kind"]>> = {
  acl_role: "role",
  acl_target: "target",
  acl_user: "target",
  acl_group: "group",
};

const aclsOf = (section: XmlElement | undefined): Acl[] =>
  (section ? childrenOf(section) : []).flatMap((element) => {
    const kind = aclKinds[element.keyword.value];
    if (!kind) return [];
    const roles = childrenOf(element).filter(({ keyword }) => ["role", "role_ref"].includes(keyword.value));
    return [{ kind, id: idOf(element), roles: roles.map(idOf), statement: element }];
  });

const alertOf = (element: XmlElement, byId: ById): Alert => ({
  id: idOf(element),
  ...word(element, "path", "path"),
  recipients: children(element, "recipient").flatMap((one) => wordOf(one, "value") ?? []),
  params: setsOf(element, "instance_attributes", byId),
  meta: setsOf(element, "meta_attributes", byId),
  statement: element,
});
