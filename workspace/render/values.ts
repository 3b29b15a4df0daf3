/** Nothing is known of it: a fact, a secret, what halint does not evaluate. */
export interface Unknown {
  readonly kind: "unknown";
  /** What it is to a condition, where that is known all the same. */
  readonly truth?: boolean;
}

/** A name or member that is not there. */
export interface Absent {
  readonly kind: "absent";
}

/** A number that Python writes with a point. */
export interface Float {
  readonly kind: "float";
  readonly value: number;
}

/** Members that are made when they are asked for: `hostvars`, the variables of a host. */
export interface Lazy {
  readonly kind: "lazy";
  readonly get: (name: string) => Value;
}

/** A macro of the template: the only thing of a template that can be called. */
export interface Macro {
  readonly kind: "macro";
  readonly call: (args: Args) => Value;
}

/**
 * What an expression of a template gives. Mappings are Maps, members are looked up there and in fixed tables only: no name of JavaScript
 * can be reached.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Unknown
  | Absent
  | Float
  | Lazy
  | Macro;

/** What a call is given. */
export interface Args {
  readonly list: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

export const unknown: Unknown = { kind: "unknown" };
export const absent: Absent = { kind: "absent" };
export const noArgs: Args = { list: [], named: new Map() };

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;
export const kindOf = (value: Value): string | undefined =>
  typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
export const isUnknown = (value: Value): value is Unknown => kindOf(value) === "unknown";
export const isAbsent = (value: Value): value is Absent => kindOf(value) === "absent";
/** Not known, or an error to Jinja where it is used. */
export const isOpen = (value: Value): boolean => isUnknown(value) || isAbsent(value);

/** What a run may still cost; each step, and each character that is made, takes of it. */
export interface Budget {
  left: number;
}

/** The budget is spent: the template makes too much, or goes round too often. */
export class Spent extends Error {
  override readonly name = "Spent";
}

export function spend(budget: Budget, cost = 1): void {
  budget.left -= cost;
  if (budget.left < 0) throw new Spent("it makes too much text or goes round too often");
}

/** undefined: not known. */
export function truth(value: Value): boolean | undefined {
  if (value === null) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  if (isList(value)) return value.length > 0;
  if (isMap(value)) return value.size > 0;
  if (isUnknown(value)) return value.truth;
  return kindOf(value) === "float" ? (value as Float).value !== 0 : undefined;
}

/** The number that a value is to Python's arithmetic; undefined: none, or not known. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return kindOf(value) === "float" ? (value as Float).value : undefined;
}

/** Whether two values are equal to Python; undefined: not known. */
export function same(a: Value, b: Value): boolean | undefined {
  if (isOpen(a) || isOpen(b)) return undefined;
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined || right !== undefined) return left === right;
  if (isList(a) && isList(b))
    return a.length === b.length ? every(a.map((one, i) => same(one, b[i]!))) : false;
  if (isMap(a) && isMap(b))
    return a.size === b.size ? every([...a].map(([key, one]) => same(one, b.get(key) ?? null))) : false;
  return a === b;
}

const every = (results: readonly (boolean | undefined)[]): boolean | undefined =>
  results.includes(false) ? false : results.includes(undefined) ? undefined : true;

/** As `{{ }}` writes it; undefined: a part of it is not known. Ansible writes nothing for None. */
export function textOf(value: Value): string | undefined {
  return value === null ? "" : typeof value === "string" ? value : repr(value, false);
}

/** As Python's repr() or, of the outermost string, JSON writes it. */
export function repr(value: Value, json: boolean): string | undefined {
  if (value === null) return json ? "null" : "None";
  if (typeof value === "boolean") return json ? String(value) : value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return json ? JSON.stringify(value) : quoted(value);
  if (isList(value))
    return joined(
      value.map((one) => repr(one, json)),
      "[",
      "]",
    );
  if (isMap(value))
    return joined(
      [...value].map(([key, one]) => {
        const text = repr(one, json);
        return text === undefined ? undefined : `${repr(key, json)}: ${text}`;
      }),
      "{",
      "}",
    );
  if (kindOf(value) !== "float") return undefined;
  const text = String((value as Float).value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const joined = (parts: readonly (string | undefined)[], open: string, close: string): string | undefined =>
  parts.includes(undefined) ? undefined : `${open}${parts.join(", ")}${close}`;

const quoted = (text: string): string => {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t");
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
};

/** What a `for` goes over; undefined: not known. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (isList(value)) return value;
  if (isMap(value)) return [...value.keys()];
  return typeof value === "string" ? [...value] : undefined;
}

const weights = new WeakMap<object, number>();

/** Values heavier than this are not made. */
const mostWeight = 1_000_000;

/** Characters and items in all of a value, those that stand in it twice told twice: what it costs to go through it. */
export function weightOf(value: Value): number {
  if (typeof value === "string") return value.length;
  if (!isList(value) && !isMap(value)) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  let weight = 1;
  for (const one of isMap(value) ? value.values() : value) weight += 1 + weightOf(one);
  weights.set(value, weight);
  if (weight > mostWeight) throw new Spent("it makes too large a value");
  return weight;
}

/** Whether Python's `in` holds; undefined: not known. */
export function includes(container: Value, item: Value): boolean | undefined {
  if (typeof container === "string") return typeof item === "string" ? container.includes(item) : undefined;
  if (isMap(container)) {
    const key = textOf(item);
    return key === undefined ? undefined : container.has(key);
  }
  const found = itemsOf(container)?.map((one) => same(one, item));
  return found?.includes(true) ? true : found === undefined || found.includes(undefined) ? undefined : false;
}

/** Of <, >, <=, >=; undefined: Python cannot compare these. */
export function compared(operator: string, left: Value, right: Value): boolean | undefined {
  const numbers = [numberOf(left), numberOf(right)];
  const [a, b] = numbers.includes(undefined) ? [left, right] : numbers;
  if (typeof a !== typeof b || (typeof a !== "string" && typeof a !== "number")) return undefined;
  const order = a === b ? 0 : a! < b! ? -1 : 1;
  return operator === "<"
    ? order < 0
    : operator === ">"
      ? order > 0
      : operator === "<="
        ? order <= 0
        : order >= 0;
}
