import { memberOf } from "./members.ts";
import {
  type Args,
  absent,
  isAbsent,
  isList,
  isOpen,
  itemsOf,
  noArgs,
  numberOf,
  same,
  textOf,
  truth,
  unknown,
  type Value,
} from "./values.ts";

/** What a filter may ask: other filters and tests by name. */
export interface Others {
  readonly filter: (name: string, input: Value, args: Args) => Value;
  readonly test: (name: string, input: Value, args: Args) => boolean | undefined;
  readonly spend: (cost: number) => void;
}

/** Given only what is known, save what stands inside of lists and mappings. */
export type Filter = (input: Value, args: Args, others: Others) => Value;

/** A string is not made longer than this. */
export const mostText = 1_000_000;

/** A filter of what can be gone over. */
export const ofItems =
  (make: (items: readonly Value[], args: Args, others: Others) => Value): Filter =>
  (input, args, others) => {
    const items = itemsOf(input);
    return items ? make(items, args, others) : unknown;
  };

/** The member that an `attribute=` names, of several steps. */
const attribute = (item: Value, path: Value): Value =>
  typeof path === "number"
    ? memberOf(item, path)
    : typeof path === "string"
      ? path.split(".").reduce<Value>(memberOf, item)
      : unknown;

const rest = ({ list, named }: Args, from: number): Args => ({ list: list.slice(from), named });
/** A name that a filter is given; "" where it is none. */
export const nameOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** Those of the items that pass; `keyed`: it is an attribute that is tested. */
const chosen = (wanted: boolean, keyed: boolean): Filter =>
  ofItems((items, args, others) => {
    const given = keyed ? rest(args, 1) : args;
    const passes = items.map((item) => {
      const value = keyed ? attribute(item, args.list[0] ?? unknown) : item;
      return given.list.length > 0
        ? others.test(nameOf(given.list[0]), value, rest(given, 1))
        : isAbsent(value)
          ? false
          : truth(value);
    });
    return passes.includes(undefined) ? unknown : items.filter((_, i) => passes[i] === wanted);
  });

const mapped = ofItems((items, args, others) => {
  const path = args.named.get("attribute");
  if (path === undefined)
    return items.map((item) => others.filter(nameOf(args.list[0]), item, rest(args, 1)));
  const other = args.named.get("default") ?? absent;
  return items.map((item) => {
    const value = attribute(item, path);
    return isAbsent(value) ? other : value;
  });
});

const joined = ofItems((items, { list, named }) => {
  const path = list[1] ?? named.get("attribute");
  const texts = items.map((one) => {
    const value = path === undefined ? one : attribute(one, path);
    return isOpen(value) ? undefined : value === null ? "None" : textOf(value);
  });
  const by = textOf(list[0] ?? named.get("d") ?? "");
  if (by === undefined || texts.includes(undefined)) return unknown;
  const size = texts.reduce((sum, one) => sum + one!.length + by.length, 0);
  return size > mostText ? unknown : texts.join(by);
});

/** By Python's order; unknown where it has none. */
function sortedBy(
  items: readonly Value[],
  path: Value | undefined,
  ignoreCase: boolean,
): readonly Value[] | undefined {
  const keys = items.map((one) => {
    const key = path === undefined ? one : attribute(one, path);
    return typeof key === "string" && ignoreCase
      ? key.toLowerCase()
      : typeof key === "string"
        ? key
        : numberOf(key);
  });
  if (keys.includes(undefined) || new Set(keys.map((key) => typeof key)).size > 1) return undefined;
  const order = items.map((item, i) => ({ item, key: keys[i]! }));
  return order.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

const sorted = ofItems((items, { list, named }) => {
  const isCase = truth(list[1] ?? named.get("case_sensitive") ?? false) ?? false;
  const result = sortedBy(items, named.get("attribute"), !isCase);
  return result
    ? truth(list[0] ?? named.get("reverse") ?? false)
      ? [...result].reverse()
      : result
    : unknown;
});

const unique = ofItems((items, _, { spend }) => {
  spend(items.length ** 2);
  const kept: Value[] = [];
  for (const item of items) {
    const found = kept.map((one) => same(one, item));
    if (found.includes(undefined)) return unknown;
    if (!found.includes(true)) kept.push(item);
  }
  return kept;
});

/** Items of the first that are, or are not, in the second. */
const compareSets = (wanted: boolean): Filter =>
  ofItems((items, { list: [other] }, { spend }) => {
    const others = other === undefined ? undefined : itemsOf(other);
    if (!others) return unknown;
    spend(items.length * others.length);
    const found = items.map((item) => others.map((one) => same(one, item)));
    if (found.some((one) => !one.includes(true) && one.includes(undefined))) return unknown;
    return items.filter((_, i) => found[i]!.includes(true) === wanted);
  });

const extreme = (sign: 1 | -1): Filter =>
  ofItems((items, { named }) => {
    const result = sortedBy(items, named.get("attribute"), true);
    return result ? (result.at(sign > 0 ? -1 : 0) ?? absent) : unknown;
  });

const union: Filter = (input, { list: [other = null] }, others) =>
  isList(input) && isList(other) ? unique([...input, ...other], noArgs, others) : unknown;

/** The filters that choose among items or put them in order. */
export const listFilters: readonly (readonly [string, Filter])[] = [
  ["join", joined],
  ["map", mapped],
  ["select", chosen(true, false)],
  ["reject", chosen(false, false)],
  ["selectattr", chosen(true, true)],
  ["rejectattr", chosen(false, true)],
  ["sort", sorted],
  ["unique", unique],
  ["union", union],
  ["intersect", compareSets(true)],
  ["difference", compareSets(false)],
  ["min", extreme(-1)],
  ["max", extreme(1)],
];
