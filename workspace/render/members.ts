import type { Tools } from "./evaluate.ts";
import {
  type Args,
  absent,
  isList,
  isMap,
  isOpen,
  kindOf,
  type Lazy,
  same,
  spend,
  textOf,
  unknown,
  type Value,
} from "./values.ts";

/** `of.key` and `of[key]`: of mappings what they hold, of lists and strings what stands at a place. Nothing else has members. */
export function memberOf(of: Value, key: Value): Value {
  if (isOpen(of)) return of;
  if (isOpen(key)) return unknown;
  const name = textOf(key);
  if (name === undefined) return unknown;
  if (kindOf(of) === "lazy") return (of as Lazy).get(name);
  if (isMap(of)) return of.has(name) ? of.get(name)! : absent;
  if ((isList(of) || typeof of === "string") && /^-?\d{1,9}$/.test(name))
    return of.at(Number(name)) ?? absent;
  return absent;
}

type Method = (of: Value, args: Args, tools: Tools) => Value;

/** A method of strings that is given strings. */
const ofText =
  (make: (text: string, args: readonly string[]) => Value): Method =>
  (of, { list }) =>
    typeof of === "string" && list.every((one) => typeof one === "string")
      ? make(of, list as readonly string[])
      : unknown;

const ofMap =
  (make: (map: ReadonlyMap<string, Value>) => Value): Method =>
  (of) =>
    isMap(of) ? make(of) : unknown;

const blank = " \t\n\r\v\f";
const stripped = (text: string, chars: string | undefined, front: boolean, back: boolean): string => {
  const set = chars ?? blank;
  let start = 0;
  let end = text.length;
  while (front && start < end && set.includes(text[start]!)) start++;
  while (back && end > start && set.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
};

/** The text with one replaced by another, as long as the budget allows. */
export function replaced(text: string, from: string, to: string, { budget }: Pick<Tools, "budget">): string {
  const parts = text.split(from);
  spend(budget, text.length + parts.length * to.length);
  return parts.join(to);
}

/** Words between blanks, or what stands between a separator. */
export const splitText = (text: string, by: string | undefined): Value =>
  by === undefined
    ? text.split(/[ \t\n\r\v\f]+/).filter((one) => one !== "")
    : by === ""
      ? unknown
      : text.split(by);

/** What may be called on a value. None changes it. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["items", ofMap((map) => [...map].map(([key, value]) => [key, value]))],
  ["keys", ofMap((map) => [...map.keys()])],
  ["values", ofMap((map) => [...map.values()])],
  [
    "get",
    (of, { list: [key = unknown, other = null] }) => {
      if (!isMap(of) && kindOf(of) !== "lazy") return unknown;
      const found = memberOf(of, key);
      return kindOf(found) === "absent" ? other : found;
    },
  ],
  ["lower", ofText((text) => text.toLowerCase())],
  ["upper", ofText((text) => text.toUpperCase())],
  ["strip", ofText((text, [chars]) => stripped(text, chars, true, true))],
  ["lstrip", ofText((text, [chars]) => stripped(text, chars, true, false))],
  ["rstrip", ofText((text, [chars]) => stripped(text, chars, false, true))],
  [
    "split",
    (of, args, tools) =>
      args.list.length > 1 ? unknown : ofText((text, [by]) => splitText(text, by))(of, args, tools),
  ],
  ["splitlines", ofText((text) => text.split(/\r?\n/))],
  ["startswith", ofText((text, [part]) => (part === undefined ? unknown : text.startsWith(part)))],
  ["endswith", ofText((text, [part]) => (part === undefined ? unknown : text.endsWith(part)))],
  [
    "replace",
    (of, args, tools) =>
      ofText((text, [from, to]) => (from && to !== undefined ? replaced(text, from, to, tools) : unknown))(
        of,
        args,
        tools,
      ),
  ],
  [
    "join",
    (of, { list: [items] }, { budget }) => {
      if (typeof of !== "string" || items === undefined || !isList(items)) return unknown;
      const texts = items.map((one) => (typeof one === "string" ? one : undefined));
      spend(budget, items.length * of.length + texts.reduce((sum, one) => sum + (one?.length ?? 0), 0));
      return texts.includes(undefined) ? unknown : texts.join(of);
    },
  ],
  [
    "index",
    (of, { list: [item = unknown] }) => {
      if (!isList(of)) return unknown;
      const found = of.map((one) => same(one, item));
      const at = found.indexOf(true);
      return at < 0 || found.slice(0, at).includes(undefined) ? unknown : at;
    },
  ],
]);
