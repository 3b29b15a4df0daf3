import { isScalar, parseDocument, type Tags, visit } from "yaml";
import { type Float, isMap, kindOf, unknown, type Value } from "./values.ts";

/** Variables of a file or of a section of one. */
export type Vars = ReadonlyMap<string, Value>;

export const noVars: Vars = new Map();

const hidden = (tag: string) => ({ tag, resolve: () => unknown });

const words = { y: /^(?:[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/, n: /^(?:[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/ };

/** `y` and `n` are words to PyYAML, against YAML 1.1. */
function asPython(tag: Tags[number]): Tags[number] {
  if (typeof tag === "string" || !("test" in tag)) return tag;
  const boolean = tag.test?.test("y") ? words.y : tag.test?.test("n") ? words.n : undefined;
  return (boolean ? { ...tag, test: boolean } : tag) as typeof tag;
}

/** YAML as Ansible reads it (1.1); a secret is unknown. undefined: it cannot be read. */
export function yamlOf(text: string): Value | undefined {
  try {
    const document = parseDocument(text, {
      version: "1.1",
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
      logLevel: "silent",
      customTags: (tags) => [
        ...tags.map(asPython),
        hidden("!vault"),
        hidden("!vault-encrypted"),
        hidden("!unsafe"),
      ],
    });
    if (document.errors.length > 0) return undefined;
    visit(document, {
      Scalar: (_, node) => {
        if (isScalar(node) && typeof node.value === "number" && /[.eE]/.test(node.source ?? ""))
          node.value = { kind: "float", value: node.value } satisfies Float;
      },
    });
    return valueOf(document.toJS({ mapAsMap: true, maxAliasCount: 100 }), { left: mostValues });
  } catch {
    return undefined;
  }
}

/** Values in one file. */
const mostValues = 200_000;

/** What a YAML or JSON reader gave, as a value. */
export function valueOf(data: unknown, room = { left: mostValues }): Value {
  if (--room.left < 0) throw new RangeError("too many values");
  if (data === null || data === undefined) return null;
  if (typeof data === "string" || typeof data === "boolean") return data;
  if (typeof data === "number") return Number.isInteger(data) ? data : { kind: "float", value: data };
  if (Array.isArray(data)) return data.map((one) => valueOf(one, room));
  if (data instanceof Map) return new Map([...data].map(([key, one]) => [keyOf(key), valueOf(one, room)]));
  const kind = kindOf(data as Value);
  if (kind === "float") return data as Float;
  if (Object.getPrototypeOf(data) !== Object.prototype || kind === "unknown") return unknown;
  return new Map(Object.entries(data).map(([key, one]) => [key, valueOf(one, room)]));
}

const keyOf = (key: unknown): string => (key === null ? "None" : String((key as Float)?.value ?? key));

/** The mapping that a value is; an empty one for another. */
export const mapOf = (value: Value | undefined): Vars =>
  value !== undefined && isMap(value) ? value : noVars;
export const stringOf = (value: Value | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The value of `key=value` in an INI inventory: a literal of Python, else the text. */
export function literalOf(text: string): Value {
  const string = /^'([^'\\]*)'$|^"([^"\\]*)"$/.exec(text);
  if (string) return string[1] ?? string[2] ?? "";
  if (/^[-+]?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (/^[-+]?\d+\.\d+$/.test(text)) return { kind: "float", value: Number(text) };
  if (text === "True" || text === "False") return text === "True";
  if (text === "None") return null;
  return /^[[{(]/.test(text) ? (pythonOf(text) ?? text) : text;
}

/** A list or mapping of Python, where JSON says the same. */
function pythonOf(text: string): Value | undefined {
  if (text.startsWith("(") || /\\|'[^']*"/.test(text)) return undefined;
  const json = text
    .replace(/'([^'"]*)'/g, '"$1"')
    .replace(/\b(?:True|False|None)\b/g, (word) => ({ True: "true", False: "false", None: "null" })[word]!);
  try {
    return valueOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}
