/**
 * RELAX NG patterns and their derivatives (James Clark, "An algorithm for RELAX NG validation"): what is left of a
 * pattern after an attribute or a child element. Patterns that say the same are one object.
 */
export type Pattern =
  | { readonly kind: "empty" | "none"; readonly id: number }
  | {
      readonly kind: "attribute";
      readonly id: number;
      /** `*`: any name. */
      readonly name: string;
      /** Of these types one must hold; none: any text. */
      readonly types: readonly string[];
    }
  | {
      readonly kind: "element";
      readonly id: number;
      /** The key of a definition, or "any". */
      readonly key: string;
    }
  | { readonly kind: "group" | "interleave"; readonly id: number; readonly a: Pattern; readonly b: Pattern }
  | { readonly kind: "choice"; readonly id: number; readonly of: readonly Pattern[] }
  | { readonly kind: "some"; readonly id: number; readonly of: Pattern };

const known = new Map<string, Pattern>();

function once<P extends Pattern>(key: string, make: (id: number) => P): Pattern {
  const old = known.get(key);
  if (old) return old;
  const made = make(known.size);
  known.set(key, made);
  return made;
}

export const empty = once("empty", (id) => ({ kind: "empty", id }));
export const none = once("none", (id) => ({ kind: "none", id }));

export const attributePattern = (name: string, types: readonly string[]): Pattern =>
  once(`@${name}:${types.join("|")}`, (id) => ({ kind: "attribute", id, name, types }));

export const elementPattern = (key: string): Pattern =>
  once(`<${key}`, (id) => ({ kind: "element", id, key }));

export const some = (of: Pattern): Pattern =>
  of === empty || of === none ? of : once(`+${of.id}`, (id) => ({ kind: "some", id, of }));

export function both(kind: "group" | "interleave", a: Pattern, b: Pattern): Pattern {
  if (a === none || b === none) return none;
  if (a === empty) return b;
  if (b === empty) return a;
  return once(`${kind}${a.id},${b.id}`, (id) => ({ kind, id, a, b }));
}

export function choice(...parts: readonly Pattern[]): Pattern {
  const flat = parts.flatMap((part) => (part.kind === "choice" ? part.of : [part]));
  const of = [...new Set(flat)].filter((part) => part !== none).sort((a, b) => a.id - b.id);
  if (of.length < 2) return of[0] ?? none;
  return once(`|${of.map(({ id }) => id).join(",")}`, (id) => ({ kind: "choice", id, of }));
}

export const optional = (pattern: Pattern): Pattern => choice(pattern, empty);

const memo = <T>(compute: (pattern: Pattern) => T): ((pattern: Pattern) => T) => {
  const results = new Map<Pattern, T>();
  return (pattern) => {
    if (!results.has(pattern)) results.set(pattern, compute(pattern));
    return results.get(pattern)!;
  };
};

/** Whether nothing more need come. */
export const nullable: (pattern: Pattern) => boolean = memo((pattern) => {
  switch (pattern.kind) {
    case "empty":
      return true;
    case "group":
    case "interleave":
      return nullable(pattern.a) && nullable(pattern.b);
    case "choice":
      return pattern.of.some(nullable);
    case "some":
      return nullable(pattern.of);
    default:
      return false;
  }
});

/** The leaf is taken away where `is` holds for it: what is left. `ordered`: a group's second part waits for the first. */
function derived(pattern: Pattern, is: (leaf: Pattern) => boolean, ordered: boolean): Pattern {
  switch (pattern.kind) {
    case "attribute":
    case "element":
      return is(pattern) ? empty : none;
    case "choice":
      return choice(...pattern.of.map((one) => derived(one, is, ordered)));
    case "some":
      return both("group", derived(pattern.of, is, ordered), optional(pattern));
    case "group":
    case "interleave": {
      const { kind, a, b } = pattern;
      const first = both(kind, derived(a, is, ordered), b);
      const second = both(kind, a, derived(b, is, ordered));
      if (!ordered || kind === "interleave") return choice(first, second);
      return nullable(a) ? choice(first, derived(b, is, ordered)) : first;
    }
    default:
      return none;
  }
}

/** What is left after an attribute for which `fits` holds. */
export const afterAttribute = (
  pattern: Pattern,
  name: string,
  fits: (types: readonly string[]) => boolean,
): Pattern =>
  derived(
    pattern,
    (leaf) => leaf.kind === "attribute" && (leaf.name === name || leaf.name === "*") && fits(leaf.types),
    false,
  );

const afterElements = new Map<Pattern, Map<string, Pattern>>();

/** What is left after a child of this definition, once the start tag is closed. */
export function afterElement(pattern: Pattern, key: string): Pattern {
  const of = afterElements.get(pattern) ?? new Map<string, Pattern>();
  afterElements.set(pattern, of);
  const left = of.get(key) ?? derived(pattern, (leaf) => leaf.kind === "element" && leaf.key === key, true);
  of.set(key, left);
  return left;
}

/** Every attribute becomes `by`: no further one may come. */
const attributesBecome = (by: Pattern): ((pattern: Pattern) => Pattern) => {
  const become = memo((pattern: Pattern): Pattern => {
    switch (pattern.kind) {
      case "attribute":
        return by;
      case "group":
      case "interleave":
        return both(pattern.kind, become(pattern.a), become(pattern.b));
      case "choice":
        return choice(...pattern.of.map(become));
      case "some":
        return some(become(pattern.of));
      default:
        return pattern;
    }
  });
  return become;
};

/** The start tag ends: `none` where an attribute is missing. */
export const closed = attributesBecome(none);
/** The same where a missing attribute has been told. */
export const closedAnyway = attributesBecome(empty);

/** The leaves that may come next, in the order of the pattern; with `anywhere` all of them. */
export function* leaves(pattern: Pattern, anywhere = false): Generator<Pattern> {
  switch (pattern.kind) {
    case "attribute":
    case "element":
      yield pattern;
      break;
    case "choice":
      for (const one of pattern.of) yield* leaves(one, anywhere);
      break;
    case "some":
      yield* leaves(pattern.of, anywhere);
      break;
    case "group":
    case "interleave":
      yield* leaves(pattern.a, anywhere);
      if (anywhere || pattern.kind === "interleave" || nullable(pattern.a))
        yield* leaves(pattern.b, anywhere);
      break;
  }
}

/** A reference stands for what would be written out: it is not what was forgotten. */
const weight = (pattern: Pattern): number =>
  [...leaves(pattern, true)].reduce(
    (sum, leaf) => sum + (leaf.kind === "attribute" ? (leaf.types.includes("IDREF") ? 5 : 1) : 0),
    0,
  );

/** The attributes without which the tag is not complete: of alternatives the lightest. */
export function missingAttributes(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case "attribute":
      return [pattern.name];
    case "group":
    case "interleave":
      return [...new Set([...missingAttributes(pattern.a), ...missingAttributes(pattern.b)])];
    case "choice": {
      const least = pattern.of.map((of) => ({ of, names: missingAttributes(of), weight: weight(of) }));
      const free = least.find(({ names }) => names.length === 0);
      return (free ?? least.reduce((one, other) => (other.weight < one.weight ? other : one))).names;
    }
    case "some":
      return missingAttributes(pattern.of);
    default:
      return [];
  }
}

/** The definitions of the elements without which the content is not complete: of each list one is needed. */
export function missingElements(pattern: Pattern): readonly (readonly string[])[] {
  switch (pattern.kind) {
    case "element":
      return [[pattern.key]];
    case "group":
      return missingElements(nullable(pattern.a) ? pattern.b : pattern.a);
    case "interleave":
      return [pattern.a, pattern.b].flatMap((part) => (nullable(part) ? [] : missingElements(part)));
    case "choice":
      return [pattern.of.flatMap((one) => missingElements(one).flat())];
    case "some":
      return missingElements(pattern.of);
    default:
      return [];
  }
}
