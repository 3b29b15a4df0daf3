import type { Span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";
import { fits, isValue } from "./datatypes.ts";
import { childrenOf, type XmlAttribute, type XmlElement } from "./element.ts";
import {
  afterAttribute,
  afterElement,
  choice,
  closed,
  closedAnyway,
  leaves,
  missingAttributes,
  missingElements,
  none,
  nullable,
  type Pattern,
} from "./pattern.ts";
import { type Definitions, patternOf } from "./written.ts";

/** Where an element or attribute is not what its definition says. */
export type Fault =
  | {
      readonly kind: "element";
      readonly element: XmlElement;
      readonly parent: XmlElement;
      readonly expected: readonly string[];
      readonly known: boolean;
    }
  | {
      readonly kind: "missing-element";
      readonly element: XmlElement /** Of each list one is needed. */;
      readonly expected: readonly (readonly string[])[];
    }
  | {
      readonly kind: "attribute";
      readonly element: XmlElement;
      readonly attribute: XmlAttribute;
      readonly known: readonly string[];
      readonly excluded: boolean;
    }
  | { readonly kind: "missing-attribute"; readonly element: XmlElement; readonly names: readonly string[] }
  | {
      readonly kind: "value";
      readonly element: XmlElement;
      readonly attribute: XmlAttribute;
      readonly value: Word;
      readonly types: readonly string[];
    }
  | {
      readonly kind: "duplicate-id";
      readonly element: XmlElement;
      readonly value: Word;
      readonly first: Span;
    }
  | {
      readonly kind: "dangling";
      readonly element: XmlElement;
      readonly attribute: XmlAttribute;
      readonly value: Word;
    };

/** What judging gathers. */
interface Judged {
  readonly faults: Fault[];
  readonly ids: Word[];
  readonly references: { element: XmlElement; attribute: XmlAttribute; value: Word }[];
  readonly idOwners: Map<Word, XmlElement>;
}

export interface Validation {
  readonly faults: readonly Fault[];
}

/** A validator over one table; patterns are made at first use. */
export function validator(definitions: Definitions, startOf: (name: string) => string | undefined) {
  const contents = new Map<string, Pattern>();
  const contentOf = (key: string): Pattern => {
    const pattern = contents.get(key) ?? patternOf(definitions[key]!);
    contents.set(key, pattern);
    return pattern;
  };

  const judge = (element: XmlElement, key: string, into: Judged): void => {
    const whole = contentOf(key);
    const after = judgeAttributes(element, whole, into);
    judgeChildren(element, whole, after, into);
  };

  const judgeChildren = (element: XmlElement, whole: Pattern, start: Pattern, into: Judged): void => {
    let left = start;
    for (const child of childrenOf(element)) {
      const next = keysOf(leaves(left));
      if (next.includes("any")) return;
      const candidates = next.filter((key) => nameOf(key) === child.keyword.value);
      if (candidates.length === 0) {
        const known = keysOf(leaves(whole, true)).some((key) => nameOf(key) === child.keyword.value);
        const expected = [...new Set(next.map(nameOf))];
        into.faults.push({ kind: "element", element: child, parent: element, expected, known });
        continue;
      }
      const tried = candidates.map((key) => {
        const judged = fresh();
        judge(child, key, judged);
        return { key, judged };
      });
      const fewest = Math.min(...tried.map(({ judged }) => judged.faults.length));
      const best = tried.filter(({ judged }) => judged.faults.length === fewest);
      const { faults, ids, references, idOwners } = best[0]!.judged;
      into.faults.push(...faults);
      into.ids.push(...ids);
      into.references.push(...references);
      for (const [word, owner] of idOwners) into.idOwners.set(word, owner);
      left = choice(...best.map(({ key }) => afterElement(left, key)));
    }
    if (!nullable(left)) {
      const expected = missingElements(left).map((keys) => [...new Set(keys.map(nameOf))]);
      into.faults.push({ kind: "missing-element", element, expected });
    }
  };

  return (root: XmlElement, name: string): Validation => {
    const key = startOf(name)!;
    const judged = fresh();
    judge(root, key, judged);
    return { faults: [...judged.faults, ...idFaults(judged)] };
  };
}

const fresh = (): Judged => ({ faults: [], ids: [], references: [], idOwners: new Map() });

const nameOf = (key: string): string => key.slice(0, key.indexOf("#"));
const keysOf = (all: Iterable<Pattern>): string[] => [
  ...new Set([...all].flatMap((leaf) => (leaf.kind === "element" ? [leaf.key] : []))),
];

/** The faults of one order of attributes, and what of the pattern is left for the children. */
interface Reading {
  readonly left: Pattern;
  readonly judged: Judged;
}

/**
 * What of the pattern is left for the children. Where an attribute is wrong, it hangs on the order which others are to
 * blame: that with the fewest faults is taken, of the order in the text and that of values before free text.
 */
function judgeAttributes(element: XmlElement, whole: Pattern, into: Judged): Pattern {
  const known = typesByName(whole);
  const seen = new Set<string>();
  const own = element.attributes.filter(({ name }) => !seen.has(name.value) && seen.add(name.value));
  const decisive = ({ name }: XmlAttribute): number => ((known.get(name.value) ?? []).some(isValue) ? 0 : 1);
  const first = inOrder(element, whole, known, own);
  const other =
    first.judged.faults.length > 0
      ? inOrder(
          element,
          whole,
          known,
          [...own].sort((a, b) => decisive(a) - decisive(b)),
        )
      : first;
  const { left, judged } = other.judged.faults.length < first.judged.faults.length ? other : first;
  into.faults.push(...judged.faults);
  into.ids.push(...judged.ids);
  into.references.push(...judged.references);
  for (const [word, owner] of judged.idOwners) into.idOwners.set(word, owner);
  return left;
}

function inOrder(
  element: XmlElement,
  whole: Pattern,
  known: ReadonlyMap<string, readonly string[]>,
  attributes: readonly XmlAttribute[],
): Reading {
  const judged = fresh();
  let left = whole;
  for (const one of attributes) left = judgeAttribute(element, one, left, known, judged);
  const after = closed(left);
  if (after !== none) return { left: after, judged };
  judged.faults.push({ kind: "missing-attribute", element, names: missingAttributes(left) });
  return { left: closedAnyway(left), judged };
}

function judgeAttribute(
  element: XmlElement,
  attribute: XmlAttribute,
  left: Pattern,
  known: ReadonlyMap<string, readonly string[]>,
  into: Judged,
): Pattern {
  const { name, value } = attribute;
  if (!value || name.value.startsWith("xmlns") || name.value.startsWith("xml:")) return left;
  const types = [...leaves(left, true)].flatMap((leaf) =>
    leaf.kind === "attribute" && (leaf.name === name.value || leaf.name === "*") ? [leaf.types] : [],
  );
  const fitting = types.find((list) => fits(value, list));
  if (fitting) {
    if (fitting.includes("ID")) {
      into.ids.push(value);
      into.idOwners.set(value, element);
    }
    if (fitting.includes("IDREF")) into.references.push({ element, attribute, value });
    return afterAttribute(left, name.value, (list) => fits(value, list));
  }
  if (types.length > 0) {
    into.faults.push({ kind: "value", element, attribute, value, types: [...new Set(types.flat())] });
    return afterAttribute(left, name.value, () => true);
  }
  const excluded = known.has(name.value);
  into.faults.push({ kind: "attribute", element, attribute, known: [...known.keys()], excluded });
  return left;
}

function typesByName(pattern: Pattern): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const leaf of leaves(pattern, true))
    if (leaf.kind === "attribute") found.set(leaf.name, [...(found.get(leaf.name) ?? []), ...leaf.types]);
  return found;
}

function idFaults({ ids, references, idOwners }: Judged): Fault[] {
  const first = new Map<string, Word>();
  const faults: Fault[] = [];
  for (const value of [...ids].sort((a, b) => a.at.start - b.at.start)) {
    if (value.hole) continue;
    const known = first.get(value.value.trim());
    if (known) faults.push({ kind: "duplicate-id", element: idOwners.get(value)!, value, first: known.at });
    else first.set(value.value.trim(), value);
  }
  const holes = ids.some(({ hole }) => hole);
  for (const { element, attribute, value } of references)
    if (!value.hole && !holes && !first.has(value.value.trim()))
      faults.push({ kind: "dangling", element, attribute, value });
  return faults;
}
