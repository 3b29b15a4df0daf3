import type { Bundle, Clone, Group, Operation, Primitive, ResourceParts } from "../pacemaker/model.ts";
import { children, childrenOf, type XmlElement } from "../xml/element.ts";
import { type ById, idOf, noWord, pairsBut, setsOf, word, wordOf } from "./nvsets.ts";

/** The resources of all kinds, inner ones too, in the order of the text. */
export interface Resources {
  readonly primitives: Primitive[];
  readonly templates: Primitive[];
  readonly groups: Group[];
  readonly clones: Clone[];
  readonly bundles: Bundle[];
}

const containers = ["docker", "podman", "rkt"];

export function resourcesOf(section: XmlElement | undefined, byId: ById): Resources {
  const found: Resources = { primitives: [], templates: [], groups: [], clones: [], bundles: [] };
  if (section) gather(section, byId, found);
  return found;
}

/** Elements nest at most as deep as the tree: 200. */
function gather(parent: XmlElement, byId: ById, found: Resources): void {
  for (const element of childrenOf(parent)) {
    const name = element.keyword.value;
    if (name === "primitive") found.primitives.push(primitiveOf(element, byId));
    else if (name === "template") found.templates.push(primitiveOf(element, byId));
    else if (name === "group") found.groups.push(groupOf(element, byId));
    else if (name === "clone" || name === "master") found.clones.push(cloneOf(element, name, byId));
    else if (name === "bundle") found.bundles.push(bundleOf(element, byId));
    else continue;
    gather(element, byId, found);
  }
}

const partsOf = (element: XmlElement, byId: ById): ResourceParts => ({
  id: idOf(element),
  ...word(element, "description", "description"),
  params: setsOf(element, "instance_attributes", byId),
  meta: setsOf(element, "meta_attributes", byId),
  statement: element,
});

const primitiveOf = (element: XmlElement, byId: ById): Primitive => ({
  kind: element.keyword.value === "template" ? "template" : "primitive",
  ...partsOf(element, byId),
  ...word(element, "class", "class"),
  ...word(element, "provider", "provider"),
  ...word(element, "type", "type"),
  ...word(element, "template", "template"),
  ops: children(element, "operations").flatMap((operations) => {
    const reference = wordOf(operations, "id-ref");
    const from = (reference && byId.get(reference.value)) ?? operations;
    return children(from, "op").map((op) => operationOf(op, byId));
  }),
  utilization: setsOf(element, "utilization", byId),
});

const operationOf = (element: XmlElement, byId: ById): Operation => ({
  ...word(element, "id", "id"),
  ...word(element, "id-ref", "idRef"),
  name: wordOf(element, "name") ?? noWord(element),
  options: [
    ...pairsBut(element, "id", "id-ref", "name", "description"),
    ...setsOf(element, "meta_attributes", byId).flatMap(({ pairs }) => pairs),
  ],
  params: setsOf(element, "instance_attributes", byId),
  statement: element,
  at: element.at,
});

const groupOf = (element: XmlElement, byId: ById): Group => ({
  kind: "group",
  ...partsOf(element, byId),
  members: children(element, "primitive").map(idOf),
});

const isChild = ({ keyword }: XmlElement): boolean => ["primitive", "group"].includes(keyword.value);

const cloneOf = (element: XmlElement, name: "clone" | "master", byId: ById): Clone => {
  const child = childrenOf(element).find(isChild);
  return {
    kind: "clone",
    element: name,
    ...partsOf(element, byId),
    child: child ? idOf(child) : noWord(element),
  };
};

function bundleOf(element: XmlElement, byId: ById): Bundle {
  const container = childrenOf(element).find(({ keyword }) => containers.includes(keyword.value));
  const child = children(element, "primitive")[0];
  return {
    kind: "bundle",
    ...partsOf(element, byId),
    ...(container ? { container: { type: container.keyword, options: pairsBut(container) } } : {}),
    network: children(element, "network").flatMap((network) => pairsBut(network)),
    ...(child ? { child: idOf(child) } : {}),
  };
}
