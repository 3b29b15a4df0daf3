import { constants, numberOf, type Token, tokensOf, Unreadable, unquoted } from "./tokens.ts";
import { absent, type Value } from "./values.ts";

/** Arguments as written. */
export interface CallArgs {
  readonly list: readonly Expr[];
  readonly named: readonly (readonly [string, Expr])[];
}

/** One expression of Jinja. */
export type Expr =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly Expr[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Expr, Expr])[] }
  | { readonly kind: "member"; readonly of: Expr; readonly key: Expr }
  | { readonly kind: "slice"; readonly of: Expr; readonly from: Expr; readonly to: Expr }
  | { readonly kind: "call"; readonly of: Expr; readonly args: CallArgs }
  | { readonly kind: "filter"; readonly name: string; readonly of: Expr; readonly args: CallArgs }
  | { readonly kind: "test"; readonly name: string; readonly of: Expr; readonly args: CallArgs }
  | { readonly kind: "not" | "minus"; readonly of: Expr }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "choice"; readonly test: Expr; readonly yes: Expr; readonly no: Expr };

/** How deep parts of an expression may stand in each other. */
const mostDepth = 60;

const none: Expr = { kind: "value", value: absent };
const noCallArgs: CallArgs = { list: [], named: [] };

/** Reads one expression, or several that commas part, which then are a list. Throws Unreadable. */
export const expressionOf = (code: string): Expr => readerOf(code).whole();

/** Of `{% for a, b in X if C recursive %}`, what stands behind `for`. */
export const loopOf = (code: string) => readerOf(code).loop();

/** Of `{% macro name(a, b=1) %}` what stands behind `macro`; of `with` its assignments. */
export const parametersOf = (code: string, until = ")") => readerOf(code).parameters(until);

function readerOf(code: string) {
  const tokens = tokensOf(code);
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next] ?? { type: "end", text: "its end" };
  const isAt = (...texts: string[]): boolean => peek().type !== "string" && texts.includes(peek().text);
  const take = (...texts: string[]): boolean => {
    if (!isAt(...texts)) return false;
    next++;
    return true;
  };
  const expect = (text: string): void => {
    if (!take(text)) throw new Unreadable(`"${text}" is missing before ${peek().text}`);
  };
  const name = (): string => {
    const { type, text } = peek();
    if (type !== "name") throw new Unreadable(`a name is missing before ${text}`);
    next++;
    return text;
  };

  const whole = (): Expr => {
    const first = listed();
    if (peek().type !== "end") throw new Unreadable(`${peek().text} is not expected`);
    return first;
  };
  const listed = (): Expr => {
    const first = choice();
    if (!isAt(",")) return first;
    const items = [first];
    while (take(",")) if (peek().type !== "end" && !isAt(")")) items.push(choice());
    return { kind: "list", items };
  };
  const choice = (noIf = false): Expr => {
    if (++depth > mostDepth) throw new Unreadable("this expression is nested too deeply");
    let result = or();
    while (!noIf && take("if")) {
      const test = or();
      result = { kind: "choice", test, yes: result, no: take("else") ? choice() : none };
    }
    depth--;
    return result;
  };
  const binary =
    (inner: () => Expr, ...operators: string[]) =>
    (): Expr => {
      let left = inner();
      while (isAt(...operators)) {
        const operator = tokens[next++]!.text;
        left = { kind: "binary", operator, left, right: inner() };
      }
      return left;
    };
  const not = (): Expr => (take("not") ? { kind: "not", of: not() } : compare());
  const compare = (): Expr => {
    let left = sum();
    let result: Expr | undefined;
    for (;;) {
      const negated = isAt("not") && tokens[next + 1]?.text === "in";
      if (negated) next++;
      if (!isAt("==", "!=", "<", ">", "<=", ">=", "in")) return result ?? left;
      const operator = tokens[next++]!.text;
      const right = sum();
      const one: Expr = { kind: "binary", operator, left, right };
      const told: Expr = negated ? { kind: "not", of: one } : one;
      result = result ? { kind: "binary", operator: "and", left: result, right: told } : told;
      left = right;
    }
  };
  const unary = (): Expr => {
    if (++depth > mostDepth) throw new Unreadable("this expression is nested too deeply");
    const result: Expr = take("-")
      ? { kind: "minus", of: unary() }
      : take("+")
        ? unary()
        : postfix(primary());
    depth--;
    return result;
  };
  const product = binary(
    binary(() => filtered(unary()), "**"),
    "*",
    "/",
    "//",
    "%",
  );
  const sum = binary(binary(product, "~"), "+", "-");
  const and = binary(not, "and");
  const or = binary(and, "or");

  const primary = (): Expr => {
    const { type, text } = peek();
    if (type === "end") throw new Unreadable("an expression is missing");
    next++;
    if (type === "number") return { kind: "value", value: numberOf(text) };
    if (type === "string") {
      let value = unquoted(text);
      while (peek().type === "string") value += unquoted(tokens[next++]!.text);
      return { kind: "value", value };
    }
    if (type === "name") {
      const value = constants.get(text);
      return value === undefined ? { kind: "name", name: text } : { kind: "value", value };
    }
    if (text === "(") {
      const inner: Expr = isAt(")") ? { kind: "list", items: [] } : listed();
      expect(")");
      return inner;
    }
    if (text === "[") return { kind: "list", items: separated("]", () => choice()) };
    if (text !== "{") throw new Unreadable(`${text} is not expected`);
    const entries = separated("}", (): readonly [Expr, Expr] => {
      const key = choice();
      expect(":");
      return [key, choice()];
    });
    return { kind: "dict", entries };
  };
  const separated = <Item>(close: string, item: () => Item): Item[] => {
    const items: Item[] = [];
    while (!take(close)) {
      items.push(item());
      if (!isAt(close)) expect(",");
    }
    return items;
  };
  const postfix = (of: Expr): Expr => {
    if (take(".")) {
      const { type, text } = peek();
      if (type !== "name" && type !== "number") throw new Unreadable(`a name is missing behind "."`);
      next++;
      return postfix({ kind: "member", of, key: { kind: "value", value: text } });
    }
    if (take("[")) return postfix(subscript(of));
    return take("(") ? postfix({ kind: "call", of, args: args() }) : of;
  };
  const subscript = (of: Expr): Expr => {
    const from = isAt(":") ? none : choice();
    if (take("]")) return { kind: "member", of, key: from };
    expect(":");
    const to = isAt("]") ? none : choice();
    expect("]");
    return { kind: "slice", of, from, to };
  };
  const args = (): CallArgs => {
    const named: (readonly [string, Expr])[] = [];
    const list: Expr[] = [];
    separated(")", () => {
      if (peek().type === "name" && tokens[next + 1]?.text === "=") {
        const key = name();
        next++;
        named.push([key, choice()]);
      } else list.push(choice());
    });
    return { list, named };
  };
  const dotted = (): string => {
    let text = name();
    while (take(".")) text += `.${name()}`;
    return text;
  };
  const filtered = (of: Expr): Expr => {
    if (take("|"))
      return filtered({ kind: "filter", of, name: dotted(), args: take("(") ? args() : noCallArgs });
    if (!take("is")) return of;
    const negated = take("not");
    const test: Expr = { kind: "test", of, name: dotted(), args: testArgs() };
    return filtered(negated ? { kind: "not", of: test } : test);
  };
  /** A test's only argument may stand without parentheses. */
  const testArgs = (): CallArgs => {
    if (take("(")) return args();
    const { type } = peek();
    const begins = type === "string" || type === "number" || isAt("[", "{");
    const isName = type === "name" && !isAt("else", "or", "and", "is", "if", "not", "in");
    return begins || isName ? { list: [postfix(primary())], named: [] } : noCallArgs;
  };

  return {
    whole,
    loop: () => {
      const targets = targetNames();
      expect("in");
      const of = choice(true);
      const test = take("if") ? choice() : undefined;
      const recursive = take("recursive");
      if (peek().type !== "end") throw new Unreadable(`${peek().text} is not expected`);
      return { targets, of, recursive, ...(test ? { test } : {}) };
    },
    parameters: (until: string) => {
      const parameters: (readonly [string, Expr])[] = [];
      while (!take(until) && peek().type !== "end") {
        parameters.push([name(), take("=") ? choice() : none]);
        if (!take(",") && !isAt(until) && peek().type !== "end")
          throw new Unreadable(`${peek().text} is not expected`);
      }
      return parameters;
    },
  };

  function targetNames(): string[] {
    take("(");
    const names = [name()];
    while (take(",")) names.push(name());
    take(")");
    return names;
  }
}
