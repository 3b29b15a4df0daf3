import { span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import type { Expression, NvPair, NvSet, Rule, Score } from "../pacemaker/model.ts";
import { scoreOf as scoreValue } from "../pacemaker/values.ts";
import { attribute, children, childrenOf, type XmlAttribute, type XmlElement } from "../xml/element.ts";

/** Elements by their id, for those that another one names with `id-ref`. */
export type ById = ReadonlyMap<string, XmlElement>;

/** A value without its quotes: what a finding marks and a fix replaces is what is written between them. */
export function bare({ value, quote, at, hole }: Word): Word {
  const { source, start, end } = at;
  const closed = quote && end - start > 1 && source.text[end - 1] === quote;
  const inside = quote ? span(source, start + 1, closed ? end - 1 : end) : at;
  return { kind: "word", value, at: inside, ...(hole ? { hole } : {}) };
}

export function wordOf(element: XmlElement, name: string): Word | undefined {
  const value = attribute(element, name)?.value;
  return value && bare(value);
}

/** `{ name: word }`, or nothing where the element has no such attribute. */
export function word<Name extends string>(
  element: XmlElement,
  from: string,
  name: Name,
): { readonly [K in Name]?: Word } {
  const value = wordOf(element, from);
  return (value ? { [name]: value } : {}) as { readonly [K in Name]?: Word };
}

/** The id; where there is none, an empty word at the tag. */
export const idOf = (element: XmlElement): Word => wordOf(element, "id") ?? noWord(element);

export const noWord = ({ keyword }: XmlElement): Word => ({
  kind: "word",
  value: "",
  at: keyword.at,
  hole: true,
});

/** A score as the CIB takes it: a whole number, or INFINITY in capitals with or without a sign. */
export function scoreOf(element: XmlElement): { readonly score?: Score } {
  const word = wordOf(element, "score");
  if (!word) return {};
  const value = word.hole ? undefined : scoreValue(word.value.trim());
  return { score: value === undefined ? { word } : { word, value } };
}

/** The attributes as pairs, but those named. */
export const pairsBut = (element: XmlElement, ...names: readonly string[]): NvPair[] =>
  element.attributes.flatMap((one) => (names.includes(one.name.value) ? [] : [attributePair(element, one)]));

const attributePair = (statement: XmlElement, { name, value, at }: XmlAttribute): NvPair => ({
  name,
  ...(value ? { value: bare(value) } : {}),
  statement,
  at,
});

/** All sets of this element name in `parent`. */
export const setsOf = (parent: XmlElement, name: string, byId: ById): NvSet[] =>
  children(parent, name).map((element) => setOf(element, byId));

export function setOf(element: XmlElement, byId: ById): NvSet {
  const idRef = wordOf(element, "id-ref");
  const from = (idRef && byId.get(idRef.value)) ?? element;
  const rule = children(from, "rule")[0];
  return {
    ...word(element, "id", "id"),
    ...(idRef ? { idRef } : {}),
    ...scoreOf(from),
    ...(rule ? { rule: ruleOf(rule) } : {}),
    pairs: children(from, "nvpair").map((pair) => pairOf(pair, byId)),
    statement: element,
    at: element.at,
  };
}

/** An nvpair; one that refers to another says what that one says. */
function pairOf(element: XmlElement, byId: ById): NvPair {
  const reference = wordOf(element, "id-ref");
  const from = (reference && byId.get(reference.value)) ?? element;
  return {
    name: wordOf(element, "name") ?? wordOf(from, "name") ?? noWord(element),
    ...word(from, "value", "value"),
    statement: element,
    at: element.at,
  };
}

export const ruleOf = (element: XmlElement): Rule => ({
  ...word(element, "id", "id"),
  ...word(element, "id-ref", "idRef"),
  ...word(element, "role", "role"),
  ...scoreOf(element),
  ...word(element, "score-attribute", "scoreAttribute"),
  ...word(element, "boolean-op", "operator"),
  expressions: childrenOf(element).flatMap(expressionOf),
  statement: element,
  at: element.at,
});

const kinds: Readonly<Record<string, "date" | "resource" | "operation">> = {
  date_expression: "date",
  rsc_expression: "resource",
  op_expression: "operation",
};

function expressionOf(element: XmlElement): Expression[] {
  const { at } = element;
  const kind = kinds[element.keyword.value];
  if (kind) return [{ kind, options: pairsBut(element, "id"), at }];
  if (element.keyword.value === "rule") return [{ kind: "rule", rule: ruleOf(element), at }];
  const name = wordOf(element, "attribute");
  const operation = wordOf(element, "operation");
  if (element.keyword.value !== "expression" || !name || !operation) return [];
  return [{ kind: "attribute", attribute: name, operation, ...word(element, "value", "value"), at }];
}
