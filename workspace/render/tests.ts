import { patternOf } from "./pattern.ts";
import {
  type Args,
  compared,
  includes,
  isList,
  isMap,
  itemsOf,
  kindOf,
  same,
  truth,
  type Value,
} from "./values.ts";

/** undefined: not known. */
type Test = (value: Value, args: Args, spend: Spend) => boolean | undefined;
type Spend = (cost: number) => void;

const matches =
  (whole: "start" | ""): Test =>
  (value, { list: [pattern], named }, spend) => {
    if (typeof value !== "string" || typeof pattern !== "string") return undefined;
    const flags = truth(named.get("ignorecase") ?? false) ? "i" : "";
    return patternOf(pattern, value.length, spend, flags, whole)?.test(value);
  };

const against =
  (compare: (value: Value, other: Value, spend: Spend) => boolean | undefined): Test =>
  (value, { list: [other] }, spend) =>
    other === undefined ? undefined : compare(value, other, spend);

const equal = against(same);
const unequal: Test = (value, args, spend) => {
  const known = equal(value, args, spend);
  return known === undefined ? undefined : !known;
};

const all = (results: readonly (boolean | undefined)[] | undefined): boolean | undefined =>
  results === undefined
    ? undefined
    : results.includes(false)
      ? false
      : results.includes(undefined)
        ? undefined
        : true;

const within = (part: Value, whole: Value, spend: Spend): boolean | undefined => {
  const items = itemsOf(part);
  spend((items?.length ?? 0) * (itemsOf(whole)?.length ?? 1));
  return all(items?.map((one) => includes(whole, one)));
};

const parity =
  (rest: number): Test =>
  (value) =>
    typeof value === "number" ? Math.abs(value) % 2 === rest : undefined;

/** What stands behind `is`, without `defined` and `undefined`. The values are known. */
export const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["none", (value) => value === null],
  ["string", (value) => typeof value === "string"],
  ["number", (value) => ["number", "boolean"].includes(typeof value) || kindOf(value) === "float"],
  ["integer", (value) => typeof value === "number"],
  ["float", (value) => kindOf(value) === "float"],
  ["boolean", (value) => typeof value === "boolean"],
  ["true", (value) => value === true],
  ["false", (value) => value === false],
  ["truthy", (value) => truth(value)],
  ["falsy", (value) => (truth(value) === undefined ? undefined : !truth(value))],
  ["mapping", (value) => (kindOf(value) === "lazy" ? undefined : isMap(value))],
  ["iterable", (value) => itemsOf(value) !== undefined],
  ["sequence", (value) => itemsOf(value) !== undefined],
  ["list", (value) => isList(value)],
  ["odd", parity(1)],
  ["even", parity(0)],
  [
    "divisibleby",
    (value, { list: [by] }) =>
      typeof value === "number" && typeof by === "number" && by > 0 ? value % by === 0 : undefined,
  ],
  ["in", against((value, other) => includes(other, value))],
  ["contains", against(includes)],
  ["subset", against(within)],
  ["superset", against((value, other, spend) => within(other, value, spend))],
  ["eq", equal],
  ["equalto", equal],
  ["==", equal],
  ["ne", unequal],
  ["lt", against((a, b) => compared("<", a, b))],
  ["gt", against((a, b) => compared(">", a, b))],
  ["le", against((a, b) => compared("<=", a, b))],
  ["ge", against((a, b) => compared(">=", a, b))],
  ["match", matches("start")],
  ["search", matches("")],
]);
