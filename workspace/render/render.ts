import type { Piece } from "../rendered.ts";
import { evaluate, type Scope, scopeIn, type Tools } from "./evaluate.ts";
import type { Expr } from "./expression.ts";
import { type Arm, type Part, setsOf, type Template } from "./jinja.ts";
import type { Mark } from "./pieces.ts";
import {
  type Args,
  absent,
  isList,
  itemsOf,
  type Macro,
  spend,
  textOf,
  truth,
  unknown,
  type Value,
} from "./values.ts";

/** A template's text for one host. Tags whose value is not known stand in it as they are written. */
export interface Made {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** No tag is left. */
  readonly whole: boolean;
}

/** Evaluates a template as far as it is known. Throws Spent. */
export function render(
  { parts, changed }: Template,
  text: string,
  variables: (name: string) => Value,
  tools: Tools,
): Made {
  const sheet = sheetOf(text, tools);
  const names = new Map([...changed].map((name) => [name, unknown as Value]));
  const scope: Scope = { names: new Map(names), outer: variables };
  all(parts, scope, sheet, { tools, changed, calls: 0 });
  return sheet.made();
}

interface Sheet {
  /** A stretch of the template as it is. */
  readonly keep: (from: number, to: number) => void;
  /** The same, with a tag in it that is not evaluated. */
  readonly leave: (from: number, to: number) => void;
  readonly put: (text: string, mark: Mark) => void;
  /** A tag in place of one that is left. */
  readonly instead: (text: string, mark: Mark) => void;
  readonly made: () => Made;
  readonly text: string;
}

function sheetOf(text: string, { budget }: Tools): Sheet {
  const out: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  let whole = true;
  const add = (made: string, from: number, to: number, exact: boolean): void => {
    if (made === "") return;
    spend(budget, made.length / 8);
    pieces.push({ at, from, to, exact });
    out.push(made);
    at += made.length;
  };
  const keep = (from: number, to: number): void => add(text.slice(from, to), from, to, true);
  return {
    text,
    keep,
    leave: (from, to) => {
      whole = false;
      keep(from, to);
    },
    put: (made, { tag }) => add(made, tag.start, tag.end, false),
    instead: (made, { tag, from, to }) => {
      whole = false;
      keep(from, tag.start);
      add(made, tag.start, tag.end, false);
      keep(tag.end, to);
    },
    made: () => ({ text: out.join(""), pieces, whole }),
  };
}

interface State {
  readonly tools: Tools;
  readonly changed: ReadonlySet<string>;
  /** Macros that stand in each other. */
  readonly calls: number;
}

const mostCalls = 20;

function all(parts: readonly Part[], scope: Scope, sheet: Sheet, state: State): void {
  for (const part of parts) one(part, scope, sheet, state);
}

function one(part: Part, scope: Scope, sheet: Sheet, state: State): void {
  const { tools } = state;
  spend(tools.budget);
  switch (part.kind) {
    case "text":
      sheet.keep(part.from, part.to);
      break;
    case "left":
      if (part.missed) tools.missed(part.missed);
      sheet.leave(part.from, part.to);
      forget(part.sets, scope);
      break;
    case "output": {
      const text = textOf(evaluate(part.value, scope, tools));
      if (text === undefined) sheet.leave(part.mark.from, part.mark.to);
      else sheet.put(text, part.mark);
      break;
    }
    case "if":
      condition(part.arms, part.close, scope, sheet, state);
      break;
    case "for":
      repeat(part, scope, sheet, state);
      break;
    case "set":
      assign(part.names, valueOf(part.value, scope, sheet, state), scope, state);
      break;
    case "within": {
      const inner = scopeIn(scope);
      for (const [name, value] of part.names) inner.names.set(name, evaluate(value, scope, tools));
      all(part.body, inner, sheet, state);
      break;
    }
    case "macro":
      scope.names.set(part.name, macroOf(part, scope, sheet, state));
  }
}

function forget(names: readonly string[], scope: Scope): void {
  for (const name of names) scope.names.set(name, unknown);
}

function assign(names: readonly string[], value: Value, scope: Scope, { changed }: State): void {
  const items = names.length > 1 ? (isList(value) ? value : []) : [value];
  for (const [i, name] of names.entries())
    if (!name.includes(".")) scope.names.set(name, changed.has(name) ? unknown : (items[i] ?? unknown));
}

function valueOf(value: Expr | readonly Part[], scope: Scope, sheet: Sheet, state: State): Value {
  if (!Array.isArray(value)) return evaluate(value as Expr, scope, state.tools);
  return textMade(value as readonly Part[], scopeIn(scope), sheet, state);
}

/** What parts make, as a value. */
function textMade(parts: readonly Part[], scope: Scope, { text }: Sheet, state: State): Value {
  const inner = sheetOf(text, state.tools);
  all(parts, scope, inner, state);
  const made = inner.made();
  return made.whole ? made.text : unknown;
}

function macroOf(
  { parameters, body }: Part & { kind: "macro" },
  scope: Scope,
  sheet: Sheet,
  state: State,
): Macro {
  return {
    kind: "macro",
    call: ({ list, named }: Args) => {
      if (state.calls >= mostCalls) return unknown;
      const inner = scopeIn(scope);
      for (const [i, [name, initial]] of parameters.entries())
        inner.names.set(name, list[i] ?? named.get(name) ?? evaluate(initial, inner, state.tools));
      return textMade(body, inner, sheet, { ...state, calls: state.calls + 1 });
    },
  };
}

/** Arms that are surely not taken go; where that is not known, those that are left stay as a conditional. */
function condition(arms: readonly Arm[], close: Mark, scope: Scope, sheet: Sheet, state: State): void {
  let opened = false;
  for (const { mark, test, body } of arms) {
    const known = test ? truth(evaluate(test, scope, state.tools)) : true;
    if (known === false) continue;
    if (known && !opened) {
      all(body, scope, sheet, state);
      return;
    }
    if (known) sheet.instead("{% else %}", mark);
    else if (opened || mark.word === "if") sheet.leave(mark.from, mark.to);
    else sheet.instead(`{% if ${mark.rest} %}`, mark);
    opened = true;
    all(body, scopeIn(scope), sheet, state);
    if (known) break;
  }
  if (!opened) return;
  sheet.leave(close.from, close.to);
  forget(
    arms.flatMap(({ body }) => setsOf(body)),
    scope,
  );
}

function repeat(part: Part & { kind: "for" }, scope: Scope, sheet: Sheet, state: State): void {
  const { open, close, targets, test, body, otherwise } = part;
  const found = itemsOf(evaluate(part.of, scope, state.tools));
  const rounds = found && roundsOf(found, targets, scope);
  const passes = test ? rounds?.map((inner) => truth(evaluate(test, inner, state.tools))) : undefined;
  if (!rounds || passes?.includes(undefined)) {
    sheet.leave(open.from, open.to);
    const inner = scopeIn(
      scope,
      [...targets, "loop"].map((name) => [name, unknown]),
    );
    all(body, inner, sheet, state);
    if (otherwise) {
      sheet.leave(otherwise.mark.from, otherwise.mark.to);
      all(otherwise.body, scopeIn(scope), sheet, state);
    }
    sheet.leave(close.from, close.to);
    return;
  }
  const taken = passes ? rounds.filter((_, i) => passes[i]) : rounds;
  const items = passes ? found.filter((_, i) => passes[i]) : found;
  for (const [i, inner] of taken.entries()) {
    inner.names.set("loop", loopAt(i, items));
    all(body, inner, sheet, state);
  }
  if (taken.length === 0 && otherwise) all(otherwise.body, scopeIn(scope), sheet, state);
}

const roundsOf = (items: readonly Value[], targets: readonly string[], scope: Scope): Scope[] =>
  items.map((item) => {
    const values = targets.length === 1 ? [item] : isList(item) ? item : targets.map(() => unknown);
    return scopeIn(
      scope,
      targets.map((name, i) => [name, values[i] ?? (i < values.length ? null : unknown)]),
    );
  });

const loopAt = (i: number, items: readonly Value[]): Value =>
  new Map<string, Value>([
    ["index", i + 1],
    ["index0", i],
    ["revindex", items.length - i],
    ["revindex0", items.length - i - 1],
    ["first", i === 0],
    ["last", i === items.length - 1],
    ["length", items.length],
    ["previtem", i > 0 ? items[i - 1]! : absent],
    ["nextitem", i + 1 < items.length ? items[i + 1]! : absent],
  ]);
