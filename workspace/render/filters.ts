import { createHash } from "node:crypto";
import { ipFilters } from "./ipaddr.ts";
import { type Filter, listFilters, mostText, nameOf, type Others, ofItems } from "./listFilters.ts";
import { memberOf, splitText } from "./members.ts";
import { patternOf } from "./pattern.ts";
import {
  type Args,
  absent,
  isList,
  isMap,
  numberOf,
  repr,
  textOf,
  truth,
  unknown,
  type Value,
} from "./values.ts";

const ofText =
  (make: (text: string, args: Args, others: Others) => Value): Filter =>
  (input, args, others) => {
    const text = textOf(input);
    return text === undefined ? unknown : make(text, args, others);
  };

const regexReplace = ofText((text, { list: [pattern, by], named }, { spend }) => {
  if (typeof pattern !== "string" || typeof by !== "string") return unknown;
  const flags = truth(named.get("ignorecase") ?? false) ? "gi" : "g";
  const found = patternOf(pattern, text.length, spend, flags);
  if (!found || text.length * by.length > mostText) return unknown;
  return text.replace(found, (...groups: (string | number | undefined)[]) =>
    by.replace(/\\(?:g<(\d{1,2})>|(\d{1,2}))/g, (_, long?: string, short?: string) => {
      const group = groups[Number(long ?? short)];
      return typeof group === "string" ? group : "";
    }),
  );
});

const regexSearch = ofText((text, { list }, { spend }) => {
  const found =
    typeof list[0] === "string" && list.length === 1 ? patternOf(list[0], text.length, spend) : undefined;
  return found ? (found.exec(text)?.[0] ?? null) : unknown;
});

function toInt(input: Value, { list: [other = 0] }: Args): Value {
  const number =
    numberOf(input) ??
    (typeof input === "string" && /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(input) ? Number(input) : undefined);
  return number === undefined ? other : Math.trunc(number);
}

function toFloat(input: Value): Value {
  const text = textOf(input)?.trim() ?? "";
  return /^[-+]?\d+(?:\.\d+)?$/.test(text)
    ? { kind: "float", value: Number(text) }
    : { kind: "float", value: 0 };
}

const bool: Filter = (input) =>
  typeof input === "boolean" || input === null ? input : /^(?:yes|on|1|true|y|t)$/i.test(textOf(input) ?? "");

function ternary(input: Value, { list: [yes = unknown, no = unknown, none] }: Args): Value {
  if (input === null && none !== undefined) return none;
  const known = truth(input);
  return known === undefined ? unknown : known ? yes : no;
}

const json: Filter = (input) => repr(input, true) ?? unknown;

const hashed = ofText((text, { list: [kind = "sha1"] }) =>
  kind === "sha1" || kind === "md5" || kind === "sha256" || kind === "sha512"
    ? createHash(kind).update(text).digest("hex")
    : unknown,
);

/** Known, but how they lay text out is not worth doing again. */
const laidOut: Filter = () => unknown;

const lengthOf: Filter = (input) =>
  isMap(input) ? input.size : typeof input === "string" || isList(input) ? input.length : unknown;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

const itemMaps = (input: Value, { named }: Args): Value =>
  isMap(input)
    ? [...input].map(
        ([key, value]) =>
          new Map([
            [nameOf(named.get("key_name")) || "key", key],
            [nameOf(named.get("value_name")) || "value", value],
          ]),
      )
    : unknown;

const combined: Filter = (input, { list, named }) =>
  [input, ...list].every(isMap) && named.size === 0
    ? new Map([input, ...list].flatMap((one) => [...(one as ReadonlyMap<string, Value>)]))
    : unknown;

/** The filters of Jinja and Ansible that are evaluated, without `default`. */
export const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ["int", toInt],
  ["float", toFloat],
  ["abs", (input) => (typeof input === "number" ? Math.abs(input) : unknown)],
  ["bool", bool],
  ["string", ofText((text) => text)],
  ["list", ofItems((items) => items)],
  ["lower", ofText((text) => text.toLowerCase())],
  ["upper", ofText((text) => text.toUpperCase())],
  ["capitalize", ofText(capital)],
  ["trim", ofText((text, { list }) => (list.length > 0 ? unknown : text.trim()))],
  [
    "replace",
    ofText((text, { list: [from, to, count] }) => {
      if (typeof from !== "string" || from === "" || typeof to !== "string" || count !== undefined)
        return unknown;
      const parts = text.split(from);
      return text.length + parts.length * to.length > mostText ? unknown : parts.join(to);
    }),
  ],
  [
    "split",
    ofText((text, { list: [by] }) =>
      by === undefined || typeof by === "string" ? splitText(text, by) : unknown,
    ),
  ],
  ["regex_replace", regexReplace],
  ["regex_search", regexSearch],
  ["quote", ofText((text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, `'"'"'`)}'`))],
  ["basename", ofText((text) => text.slice(text.lastIndexOf("/") + 1))],
  ["to_json", json],
  ["tojson", json],
  ["to_nice_json", laidOut],
  ["to_yaml", laidOut],
  ["to_nice_yaml", laidOut],
  ["b64encode", ofText((text) => Buffer.from(text, "utf8").toString("base64"))],
  ["b64decode", ofText((text) => Buffer.from(text, "base64").toString("utf8"))],
  ["hash", hashed],
  ["length", lengthOf],
  ["count", lengthOf],
  ["first", ofItems((items) => items[0] ?? absent)],
  ["last", ofItems((items) => items.at(-1) ?? absent)],
  ["reverse", ofItems((items) => [...items].reverse())],
  [
    "sum",
    ofItems((items) =>
      items.every((one) => typeof one === "number")
        ? items.reduce<number>((a, b) => a + (b as number), 0)
        : unknown,
    ),
  ],
  ["ternary", ternary],
  ["dict2items", itemMaps],
  ["items", (input) => (isMap(input) ? [...input].map(([key, value]) => [key, value]) : unknown)],
  ["combine", combined],
  [
    "flatten",
    ofItems((items) =>
      items.some((one) => isList(one) && one.some(isList))
        ? unknown
        : items.flatMap((one) => (isList(one) ? [...one] : [one])),
    ),
  ],
  ["mandatory", (input) => input],
  ["comment", laidOut],
  [
    "extract",
    (input, { list: [of = unknown, ...path] }) => path.reduce<Value>(memberOf, memberOf(of, input)),
  ],
  ...listFilters,
  ...ipFilters,
]);
