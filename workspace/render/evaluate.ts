import type { CallArgs, Expr } from "./expression.ts";
import { filters } from "./filters.ts";
import { memberOf, methods } from "./members.ts";
import { tests } from "./tests.ts";
import {
  type Args,
  absent,
  type Budget,
  compared,
  includes,
  isAbsent,
  isList,
  isOpen,
  isUnknown,
  kindOf,
  type Macro,
  numberOf,
  same,
  spend,
  textOf,
  truth,
  unknown,
  type Value,
  weightOf,
} from "./values.ts";

/** The names that an expression may use; inner ones before those around them. */
export interface Scope {
  readonly names: Map<string, Value>;
  /** What is not in `names`. */
  readonly outer: (name: string) => Value;
}

export const scopeIn = (scope: Scope, names: Iterable<readonly [string, Value]> = []): Scope => ({
  names: new Map(names),
  outer: (name) => valueIn(scope, name),
});

export const valueIn = ({ names, outer }: Scope, name: string): Value =>
  names.get(name) ?? (names.has(name) ? null : outer(name));

/** What one template is evaluated with. */
export interface Tools {
  readonly budget: Budget;
  /** Is told what halint does not evaluate: the end of a sentence. */
  readonly missed: (what: string) => void;
}

/** Items that range() may make at once. */
const mostItems = 100_000;

/** What an expression gives. Total: what is not known, not allowed or wrong is unknown; throws only where the budget is spent. */
export function evaluate(expr: Expr, scope: Scope, tools: Tools): Value {
  spend(tools.budget);
  const of = (inner: Expr): Value => evaluate(inner, scope, tools);
  switch (expr.kind) {
    case "value":
      return expr.value;
    case "name":
      return valueIn(scope, expr.name);
    case "list":
      return weighed(expr.items.map(of), tools);
    case "dict":
      return weighed(dictOf(expr.entries.map(([key, value]) => [of(key), of(value)])), tools);
    case "member":
      return memberOf(of(expr.of), of(expr.key));
    case "slice":
      return weighed(sliceOf(of(expr.of), of(expr.from), of(expr.to)), tools);
    case "call":
      return called(expr.of, expr.args, scope, tools);
    case "filter":
      return applyFilter(expr.name, of(expr.of), argsOf(expr.args, scope, tools), tools);
    case "test":
      return applyTest(expr.name, of(expr.of), argsOf(expr.args, scope, tools), tools);
    case "not": {
      const known = truth(of(expr.of));
      return known === undefined ? unknown : !known;
    }
    case "minus": {
      const value = of(expr.of);
      return typeof value === "number" ? -value : arithmetic("-", 0, value);
    }
    case "choice": {
      const known = truth(of(expr.test));
      return known === undefined ? unknown : of(known ? expr.yes : expr.no);
    }
    default:
      return binary(expr.operator, of(expr.left), () => of(expr.right), tools);
  }
}

/** The value, paid for. */
function weighed(value: Value, { budget }: Tools): Value {
  spend(budget, weightOf(value));
  return value;
}

const argsOf = ({ list, named }: CallArgs, scope: Scope, tools: Tools): Args => ({
  list: list.map((one) => evaluate(one, scope, tools)),
  named: new Map(named.map(([name, one]) => [name, evaluate(one, scope, tools)])),
});

const dictOf = (entries: readonly (readonly [Value, Value])[]): Value => {
  const keys = entries.map(([key]) => textOf(key));
  return keys.includes(undefined) ? unknown : new Map(entries.map(([, value], i) => [keys[i]!, value]));
};

function sliceOf(of: Value, from: Value, to: Value): Value {
  if (typeof of !== "string" && !isList(of)) return unknown;
  const known = (end: Value) => isAbsent(end) || end === null || typeof end === "number";
  if (!known(from) || !known(to)) return unknown;
  return of.slice(typeof from === "number" ? from : 0, typeof to === "number" ? to : undefined);
}

function called(of: Expr, written: CallArgs, scope: Scope, tools: Tools): Value {
  if (of.kind === "member" && of.key.kind === "value" && typeof of.key.value === "string") {
    const object = evaluate(of.of, scope, tools);
    const method = methods.get(of.key.value);
    if (method && !isOpen(object))
      return weighed(method(weighed(object, tools), argsOf(written, scope, tools), tools), tools);
    if (!isOpen(object)) tools.missed(`${of.key.value}() is not evaluated`);
    return unknown;
  }
  if (of.kind !== "name") return unknown;
  const value = valueIn(scope, of.name);
  if (kindOf(value) === "macro") return (value as Macro).call(argsOf(written, scope, tools));
  if (of.name === "range" && isAbsent(value)) return rangeOf(argsOf(written, scope, tools), tools);
  if (of.name === "dict" && isAbsent(value)) return new Map(argsOf(written, scope, tools).named);
  if (isAbsent(value)) tools.missed(`${of.name}() is not evaluated`);
  return unknown;
}

function rangeOf({ list }: Args, { budget }: Tools): Value {
  const numbers = list.map((one) => (typeof one === "number" ? one : Number.NaN));
  if (numbers.length === 0 || numbers.length > 3 || numbers.some(Number.isNaN)) return unknown;
  const [first, second, step = 1] = numbers as [number, number?, number?];
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((to - from) / step));
  spend(budget, count > mostItems ? Number.POSITIVE_INFINITY : count);
  return Array.from({ length: count }, (_, i) => from + i * step);
}

/** The filter's value; unknown for a filter that is not known or is given what is not known. */
export function applyFilter(name: string, input: Value, args: Args, tools: Tools): Value {
  const short = name.replace(/^ansible\.(?:builtin|utils|netcommon)\./, "");
  if (short === "default" || short === "d") return defaulted(input, args);
  const filter = filters.get(short);
  if (!filter) tools.missed(`the filter ${name} is not evaluated`);
  if (!filter || isOpen(input) || args.list.some(isOpen) || [...args.named.values()].some(isOpen))
    return unknown;
  for (const given of [input, ...args.list]) weighed(given, tools);
  const value = filter(input, args, {
    filter: (inner, given, rest) => applyFilter(inner, given, rest, tools),
    test: (inner, given, rest) => truth(applyTest(inner, given, rest, tools)),
    spend: (cost) => spend(tools.budget, cost),
  });
  return weighed(value, tools);
}

function defaulted(input: Value, { list, named }: Args): Value {
  const other = list[0] ?? named.get("default_value") ?? "";
  const alsoFalse = list[1] ?? named.get("boolean") ?? false;
  if (isAbsent(input)) return isAbsent(other) ? absent : other;
  if (isUnknown(input) || isUnknown(alsoFalse)) return unknown;
  return truth(alsoFalse) && truth(input) === false ? other : input;
}

/** Whether the value passes; unknown where that is not known. */
export function applyTest(name: string, input: Value, args: Args, tools: Tools): Value {
  const short = name.replace(/^ansible\.builtin\./, "");
  if (isUnknown(input)) return unknown;
  if (short === "defined" || short === "undefined") return isAbsent(input) === (short === "undefined");
  const test = tests.get(short);
  if (!test) tools.missed(`the test ${name} is not evaluated`);
  if (!test || isOpen(input) || args.list.some(isOpen)) return unknown;
  for (const given of [input, ...args.list]) weighed(given, tools);
  return test(input, args, (cost) => spend(tools.budget, cost)) ?? unknown;
}

function binary(operator: string, left: Value, rightOf: () => Value, tools: Tools): Value {
  if (operator === "and" || operator === "or") {
    const known = truth(left);
    if (known !== undefined) return known === (operator === "or") ? left : rightOf();
    const decided = operator === "or";
    return truth(rightOf()) === decided ? { kind: "unknown", truth: decided } : unknown;
  }
  const right = rightOf();
  if (isOpen(left) || isOpen(right)) return unknown;
  spend(tools.budget, weightOf(left) + weightOf(right));
  if (operator === "in") return includes(right, left) ?? unknown;
  if (operator === "~") return concatenated(textOf(left), textOf(right));
  if (operator === "==" || operator === "!=") {
    const equal = same(left, right);
    return equal === undefined ? unknown : equal === (operator === "==");
  }
  return /[<>]/.test(operator)
    ? (compared(operator, left, right) ?? unknown)
    : arithmetic(operator, left, right);
}

const concatenated = (left: string | undefined, right: string | undefined): Value =>
  left === undefined || right === undefined ? unknown : left + right;

function arithmetic(operator: string, left: Value, right: Value): Value {
  if (operator === "+" && typeof left === "string" && typeof right === "string") return left + right;
  if (operator === "+" && isList(left) && isList(right)) return [...left, ...right];
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return unknown;
  const isFloat = operator === "/" || [left, right].some((one) => kindOf(one) === "float");
  const value = calculate(operator, a, b);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return unknown;
  if (isFloat) return { kind: "float", value };
  return Number.isInteger(value) ? value : unknown;
}

/** As Python: division and remainder go down. */
function calculate(operator: string, a: number, b: number): number {
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  if (operator === "*") return a * b;
  if (operator === "**") return a ** b;
  if (operator === "/") return a / b;
  return operator === "//" ? Math.floor(a / b) : a - b * Math.floor(a / b);
}
