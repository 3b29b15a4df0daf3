import type { Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Rule } from "../../parsers/haproxy/modelProxy.ts";
import { variableOf, variableProblem } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { callsOf } from "./calls.ts";
import { rulesDoing } from "./lookup.ts";

export const variableName = modelRule({
  id: "haproxy/variable-name",
  scope: "section",
  severity: "error",
  summary: "A variable's name must begin with its scope and hold letters, digits, _ and dots",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { name, at } of namesIn(model)) {
      const problem = variableProblem(name, targets.haproxy);
      if (problem) report(at, `the variable ${name} ${problem}`);
    }
  },
});

function* namesIn(model: Haproxy): Generator<{ name: string; at: Span }> {
  for (const { call, converter } of callsOf(model)) {
    const variable = variableOf(call, converter);
    if (variable) yield { name: variable.value, at: variable.at };
  }
  for (const { rule } of rulesDoing(model, setters)) yield* setBy(rule);
}

const setters = /^((un)?set-var(-fmt)?|do-resolve)$/;

/** `set-var(txn.x,ifset)`, `do-resolve(txn.ip,dns)`. */
function* setBy({ action, actionWord, parameter }: Rule): Generator<{ name: string; at: Span }> {
  if (!actionWord || actionWord.hole || !parameter) return;
  const name = parameter.split(",", 1)[0]!;
  const plain = actionWord.at.end - actionWord.at.start === actionWord.value.length;
  const start = actionWord.at.start + action.length + 1;
  yield { name, at: plain ? actionWord.at.with({ start, end: start + name.length }) : actionWord.at };
}
