import { remembered } from "../../parsers/core/remembered.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Expression } from "../../parsers/haproxy/modelProxy.ts";
import { ownName } from "../../parsers/haproxy/samples.ts";
import { callsIn, callsNamed } from "./calls.ts";
import { inExpressions } from "./inProxies.ts";
import { linesHolding } from "./lines.ts";

/** A variable where it is set or read: "txn.x". */
export interface VariableUse {
  readonly name: string;
  readonly at: Span;
  readonly statement: Statement;
}

export interface VariableRead extends VariableUse {
  readonly place: Expression;
  /** `var(txn.x,default)`. */
  readonly hasDefault: boolean;
}

const setters =
  /\b(?:set-var|set-var-fmt|do-resolve)\(\s*((?:proc|check|p?(?:sess|txn|req|res))\.[A-Za-z0-9_.]+)/g;
const mention = /\b(?:proc|check|p?(?:sess|txn|req|res))\.[A-Za-z0-9_.]+/g;

/** The lines of sections that this pattern finds something in. */
function linesIn({ statements }: Haproxy, pattern: RegExp): Statement[] {
  const outside = new Set(statements);
  return linesHolding({ statements }, pattern).filter((line) => !outside.has(line));
}

/** Where variables get a value: actions, converters, checks and `set-var` of the global section. */
export const variableSets = remembered((model: Haproxy): readonly VariableUse[] => {
  const sets: VariableUse[] = [];
  for (const statement of linesIn(model, /set-var|do-resolve/g)) {
    const { keyword, args, at } = statement;
    const global = /^set-var(-fmt)?$/.test(keyword.value) ? args[0] : undefined;
    if (global) sets.push({ name: global.value, at: global.at, statement });
    const text = textOfLine(statement);
    for (const [, name = ""] of text.matchAll(setters)) sets.push({ name, at, statement });
  }
  return sets;
});

/** Variables that converters are given, to be read or, as the tag of `aes_gcm_enc`, to be set. */
export const convertedVariables = inExpressions((place) =>
  callsIn(place).flatMap(({ call, converter }) =>
    converter ? (call.args ?? []).map(({ value }) => value) : [],
  ),
);

/** `var(…)` of every expression. */
export const variableReads = (model: Haproxy): VariableRead[] =>
  callsNamed(model, (name) => name === "var").flatMap(({ call, place, converter }): VariableRead[] => {
    const [name, fallback] = call.args ?? [];
    if (converter || !name || !/^[a-z]+\.[A-Za-z0-9_.]+$/.test(name.value)) return [];
    return [
      {
        name: name.value,
        at: name.at,
        statement: place.statement,
        place,
        hasDefault: fallback !== undefined,
      },
    ];
  });

/** The own names of every variable that stands anywhere but as the target of a setter. */
export function mentionedVariables(model: Haproxy): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of linesIn(model, mention)) {
    const global = /^set-var(-fmt)?$/.test(statement.keyword.value);
    const text = textOfLine(statement, global ? 1 : 0).replaceAll(setters, "");
    for (const [name] of text.matchAll(mention)) names.add(ownName(name));
  }
  return names;
}

/** The keyword with what follows, a parenthesis glued to its name. */
const textOfLine = ({ keyword, args }: Statement, from = 0): string =>
  args
    .slice(from)
    .reduce((text, { value }) => text + (value.startsWith("(") ? value : ` ${value}`), keyword.value);
