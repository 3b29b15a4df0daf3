/**
 * Makes schemas/cib-rng.json, the content models of all CIB versions, from the RELAX NG files that pacemaker-cli-utils
 * installs: `npx tsx scripts/cib-schema.ts [/usr/share/pacemaker]`. Facts alone: names, order, types, values.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceOf } from "../parsers/core/source.ts";
import { xmlTree } from "../parsers/xml/build.ts";
import { childrenOf, valueOf, type XmlElement } from "../parsers/xml/element.ts";

/** As parsers/xml/written.ts reads it; an element is named by its key. */
type Pattern = string | readonly [string, ...Pattern[]];

/** The definitions of one grammar, and the grammar that it stands in. */
interface Grammar {
  readonly defines: Map<string, readonly XmlElement[]>;
  start: readonly XmlElement[];
  readonly parent: Grammar | undefined;
}

/** An element's definition: its content may lead back to itself. */
interface Definition {
  readonly name: string;
  content: Pattern;
}

const folder = process.argv[2] ?? "/usr/share/pacemaker";
const files = new Map<string, XmlElement>();

function fileOf(name: string): XmlElement {
  const known = files.get(name);
  if (known) return known;
  const { statements } = xmlTree(sourceOf(name, readFileSync(join(folder, name), "utf8")), "cib");
  const root = statements[0] as XmlElement;
  files.set(name, root);
  return root;
}

const attr = (node: XmlElement, name: string): string => valueOf(node, name)?.value.trim() ?? "";
const textIn = (node: XmlElement): string =>
  (node.block?.statements ?? []).flatMap(({ keyword, args }) => (keyword.value === "" ? args : []))[0]
    ?.value ?? "";

function grammarOf(node: XmlElement, parent: Grammar | undefined): Grammar {
  const grammar: Grammar = { defines: new Map(), start: [], parent };
  fill(grammar, node, new Set());
  return grammar;
}

/** Takes the definitions of a grammar; an include's own come after the file's and replace them. */
function fill(grammar: Grammar, node: XmlElement, overridden: ReadonlySet<string>): void {
  for (const child of childrenOf(node)) {
    const kind = child.keyword.value;
    const name = kind === "start" ? "start" : attr(child, "name");
    if (kind === "include") {
      const own = new Set(childrenOf(child).map((one) => attr(one, "name") || one.keyword.value));
      fill(grammar, fileOf(attr(child, "href")), new Set([...overridden, ...own]));
      fill(grammar, child, overridden);
    } else if (!overridden.has(name) && kind === "start") {
      if (childrenOf(child).some(({ keyword }) => keyword.value !== "notAllowed"))
        grammar.start = childrenOf(child);
    } else if (!overridden.has(name) && kind === "define") grammar.defines.set(name, childrenOf(child));
  }
}

const definitions: Definition[] = [];
const made = new Map<Grammar, Map<XmlElement, Definition>>();
const external = new Map<string, Grammar>();
const nested = new Map<Grammar, Map<XmlElement, Grammar>>();

const inner = <K, V>(map: Map<K, Map<XmlElement, V>>, key: K, node: XmlElement, make: () => V): V => {
  const of = map.get(key) ?? new Map<XmlElement, V>();
  map.set(key, of);
  const known = of.get(node) ?? make();
  of.set(node, known);
  return known;
};

/** Several patterns as one; `,` and `&` do not matter where there are fewer than two. */
function joined(operator: string, parts: readonly Pattern[]): Pattern {
  const kept = parts.filter((part) => operator === "|" || part !== "");
  const flat = kept.flatMap((part) =>
    Array.isArray(part) && part[0] === operator ? (part.slice(1) as Pattern[]) : [part],
  );
  return flat.length === 0 ? "" : flat.length === 1 ? flat[0]! : [operator, ...flat];
}

const all = (grammar: Grammar, nodes: readonly XmlElement[], operator = ","): Pattern =>
  joined(
    operator,
    nodes.map((node) => patternOf(grammar, node)),
  );

function patternOf(grammar: Grammar, node: XmlElement): Pattern {
  const inside = childrenOf(node);
  switch (node.keyword.value) {
    case "element":
      return elementOf(grammar, node);
    case "attribute":
      return attributeOf(grammar, node);
    case "ref":
      return all(grammar, grammar.defines.get(attr(node, "name"))!);
    case "parentRef":
      return all(grammar.parent!, grammar.parent!.defines.get(attr(node, "name"))!);
    case "externalRef": {
      const href = attr(node, "href");
      const other = external.get(href) ?? grammarOf(fileOf(href), undefined);
      external.set(href, other);
      return all(other, other.start);
    }
    case "grammar": {
      const other = inner(nested, grammar, node, () => grammarOf(node, grammar));
      return all(other, other.start);
    }
    case "group":
      return all(grammar, inside);
    case "interleave":
      return all(grammar, inside, "&");
    case "choice":
      return all(grammar, inside, "|");
    case "optional":
      return ["?", all(grammar, inside)];
    case "zeroOrMore":
      return ["*", all(grammar, inside)];
    case "oneOrMore":
      return ["+", all(grammar, inside)];
    case "empty":
    case "text":
      return "";
    default:
      throw new Error(`${node.keyword.value} has no pattern`);
  }
}

/** The object that stands for an element until its key is known. */
const placeholders = new Map<string, Definition>();

function elementOf(grammar: Grammar, node: XmlElement): Pattern {
  if (childrenOf(node).some(({ keyword }) => keyword.value === "anyName")) return "any";
  const definition = inner(made, grammar, node, () => {
    const one: Definition = { name: attr(node, "name"), content: "" };
    definitions.push(one);
    placeholders.set(`\0${definitions.length}`, one);
    return one;
  });
  const key = [...placeholders].find(([, one]) => one === definition)![0];
  if (!pending.has(definition)) {
    pending.add(definition);
    definition.content = all(grammar, childrenOf(node));
  }
  return key;
}
const pending = new Set<Definition>();

/** `@name` with `:` and its types and values, joined by `|`: `@score:integer|'INFINITY'`. */
function attributeOf(grammar: Grammar, node: XmlElement): Pattern {
  if (childrenOf(node).some(({ keyword }) => keyword.value === "anyName")) return "@*";
  // Which versions there are is asked before a file is held to one of them.
  if (attr(node, "name") === "validate-with") return "@validate-with";
  const types = childrenOf(node).flatMap((one) => typesOf(grammar, one));
  return types.length === 0 ? `@${attr(node, "name")}` : `@${attr(node, "name")}:${types.join("|")}`;
}

function typesOf(grammar: Grammar, node: XmlElement): string[] {
  switch (node.keyword.value) {
    case "text":
      return [];
    case "value":
      return [`'${textIn(node)}'`];
    case "data": {
      const param = childrenOf(node).find(({ keyword }) => keyword.value === "param");
      const except = childrenOf(node).find(({ keyword }) => keyword.value === "except");
      if (param) return [`/${textIn(param)}/`];
      if (except)
        return [
          `!${childrenOf(except)
            .flatMap((one) => typesOf(grammar, one))
            .join("!")}`,
        ];
      return [attr(node, "type")];
    }
    case "ref":
      return grammar.defines.get(attr(node, "name"))!.flatMap((one) => typesOf(grammar, one));
    case "choice":
    case "group":
      return childrenOf(node).flatMap((one) => typesOf(grammar, one));
    default:
      throw new Error(`${node.keyword.value} is no type`);
  }
}

/** Definitions that say the same are one: refined until no class splits. */
function classesOf(): Map<Definition, number> {
  let classes = new Map(definitions.map((one) => [one, 0]));
  for (let count = 0; ; ) {
    const keys = new Map<string, number>();
    const next = new Map<Definition, number>();
    for (const one of definitions) {
      const key = `${one.name} ${JSON.stringify(renamed(one.content, (to) => String(classes.get(to))))}`;
      if (!keys.has(key)) keys.set(key, keys.size);
      next.set(one, keys.get(key)!);
    }
    classes = next;
    if (keys.size === count) return classes;
    count = keys.size;
  }
}

const renamed = (pattern: Pattern, name: (to: Definition) => string): Pattern => {
  if (typeof pattern === "string")
    return pattern.startsWith("\0") ? name(placeholders.get(pattern)!) : pattern;
  const [operator, ...parts] = pattern;
  return [operator, ...parts.map((part) => renamed(part, name))];
};

const versions = [...Array(40).keys()]
  .flatMap((i) => ["1", "2", "3", "4"].map((major) => `${major}.${i}`))
  .filter((version) => existsSync(join(folder, `pacemaker-${version}.rng`)))
  .sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a.slice(2)) - Number(b.slice(2)));
const roots = versions.map((version) => {
  const grammar = grammarOf(fileOf(`pacemaker-${version}.rng`), undefined);
  return [version, all(grammar, grammar.start)] as const;
});

const classes = classesOf();
const keys = new Map<number, string>();
const counts = new Map<string, number>();
for (const one of definitions) {
  const number = classes.get(one)!;
  if (keys.has(number)) continue;
  const count = (counts.get(one.name) ?? 0) + 1;
  counts.set(one.name, count);
  keys.set(number, `${one.name}#${count}`);
}
const keyOf = (one: Definition): string => keys.get(classes.get(one)!)!;
const lines = new Map(definitions.map((one) => [keyOf(one), JSON.stringify(renamed(one.content, keyOf))]));
const sorted = [...lines].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
const start = roots.map(
  ([version, pattern]) => `    ${JSON.stringify(version)}: ${JSON.stringify(renamed(pattern, keyOf))}`,
);
writeFileSync(
  new URL("../schemas/cib-rng.json", import.meta.url),
  `{
  "versions": {
${start.join(",\n")}
  },
  "elements": {
${sorted.map(([key, content]) => `    ${JSON.stringify(key)}: ${content}`).join(",\n")}
  }
}
`,
);
