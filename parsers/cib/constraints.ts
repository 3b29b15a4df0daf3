import type { Word } from "../core/tree.ts";
import type { Colocation, Location, Order, ResourceRef, ResourceSet, Ticket } from "../pacemaker/model.ts";
import { children, type XmlElement } from "../xml/element.ts";
import { idOf, pairsBut, ruleOf, scoreOf, word, wordOf } from "./nvsets.ts";

const reference = (
  element: XmlElement,
  resource: Word | undefined,
  role?: string,
  action?: string,
): ResourceRef | undefined =>
  resource && {
    resource,
    ...(role ? word(element, role, "role") : {}),
    ...(action ? word(element, action, "action") : {}),
  };

/** `{ name: reference }`, or nothing where the element names no such resource. */
function named<Name extends string>(
  name: Name,
  value: ResourceRef | undefined,
): { readonly [K in Name]?: ResourceRef } {
  return (value ? { [name]: value } : {}) as { readonly [K in Name]?: ResourceRef };
}

const setsIn = (element: XmlElement): ResourceSet[] => children(element, "resource_set").map(resourceSetOf);

const resourceSetOf = (element: XmlElement): ResourceSet => ({
  ...word(element, "id", "id"),
  ...word(element, "id-ref", "idRef"),
  resources: children(element, "resource_ref").flatMap(
    (one) => reference(element, wordOf(one, "id"), "role", "action") ?? [],
  ),
  options: pairsBut(element, "id", "id-ref", "role", "action"),
  statement: element,
  at: element.at,
});

export const locationOf = (element: XmlElement): Location => ({
  kind: "location",
  id: idOf(element),
  ...named("resource", reference(element, wordOf(element, "rsc"), "role")),
  ...word(element, "rsc-pattern", "pattern"),
  sets: setsIn(element),
  ...word(element, "node", "node"),
  ...scoreOf(element),
  rules: children(element, "rule").map(ruleOf),
  options: pairsBut(element, "id", "rsc", "rsc-pattern", "role", "node", "score"),
  statement: element,
});

export const colocationOf = (element: XmlElement): Colocation => ({
  kind: "colocation",
  id: idOf(element),
  ...named("resource", reference(element, wordOf(element, "rsc"), "rsc-role")),
  ...named("with", reference(element, wordOf(element, "with-rsc"), "with-rsc-role")),
  sets: setsIn(element),
  ...scoreOf(element),
  options: pairsBut(element, "id", "rsc", "rsc-role", "with-rsc", "with-rsc-role", "score"),
  statement: element,
});

export const orderOf = (element: XmlElement): Order => ({
  kind: "order",
  id: idOf(element),
  ...named("first", reference(element, wordOf(element, "first"), undefined, "first-action")),
  ...named("then", reference(element, wordOf(element, "then"), undefined, "then-action")),
  sets: setsIn(element),
  ...word(element, "kind", "orderKind"),
  ...scoreOf(element),
  options: pairsBut(element, "id", "first", "first-action", "then", "then-action", "kind", "score"),
  statement: element,
});

export const ticketOf = (element: XmlElement): Ticket => ({
  kind: "ticket",
  id: idOf(element),
  ...word(element, "ticket", "ticket"),
  ...named("resource", reference(element, wordOf(element, "rsc"), "rsc-role")),
  sets: setsIn(element),
  options: pairsBut(element, "id", "ticket", "rsc", "rsc-role"),
  statement: element,
});
