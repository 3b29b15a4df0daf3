import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";
import { unlessBranch } from "./servers.ts";

export const actionParameter = modelRule({
  id: "haproxy/action-parameter",
  scope: "section",
  severity: "error",
  summary: "The parentheses of an action must hold what it takes",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const [action, problemOf] of Object.entries(parameters))
      for (const { rule } of rulesDoing(model, action)) {
        const { actionWord, parameter, statement } = rule;
        if (!actionWord || actionWord.hole || parameter === undefined) continue;
        const problem = problemOf(parameter);
        if (problem) report(actionWord.at, `${action}(${parameter}): ${problem}`, unlessBranch(statement));
      }
  },
});

const conditions = "ifexists ifnotexists ifempty ifnotempty ifset ifnotset ifgt iflt".split(" ");

/** Behind the variable: when it is set (src/vars.c vars_parse_cond()). */
function conditionProblem(text: string): string | undefined {
  const unknown = text
    .split(",")
    .slice(1)
    .find((one) => one !== "" && !conditions.includes(one));
  return unknown && `${unknown} is not ${conditions.join(", ")}`;
}

/** A variable, a resolvers section and the family that is preferred (src/resolvers.c). */
function resolveProblem(text: string): string | undefined {
  const [, section, ...families] = text.split(",");
  if (!section) return "it needs a variable and a resolvers section";
  const unknown = families.find((one) => !/^(ipv[46])?$/.test(one));
  return unknown && `${unknown} is neither ipv4 nor ipv6`;
}

/** An element of an array and the counter that is tracked. */
const elementProblem = (text: string): string | undefined =>
  /^-?\d+,-?\d+$/.test(text) ? undefined : "it needs two numbers, of the element and of the tracked counter";

const counterProblem = (text: string): string | undefined =>
  /^\d*$/.test(text) ? undefined : "it takes the number of the tracked counter";

const parameters: Readonly<Record<string, (text: string) => string | undefined>> = {
  "set-var": conditionProblem,
  "set-var-fmt": conditionProblem,
  "unset-var": (text) => (/,./.test(text) ? "it takes a variable alone" : undefined),
  "do-resolve": resolveProblem,
  "sc-add-gpc": elementProblem,
  "sc-inc-gpc": elementProblem,
  "sc-set-gpt": elementProblem,
  "sc-inc-gpc0": counterProblem,
  "sc-inc-gpc1": counterProblem,
  "sc-set-gpt0": counterProblem,
};
