import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Line } from "../../parsers/haproxy/modelProxy.ts";
import { regexProblem } from "../../parsers/haproxy/regex.ts";
import { modelRule } from "../rule.ts";
import { isCheckRule } from "./checks.ts";
import { proxiesWith } from "./lookup.ts";
import { unlessBranch } from "./servers.ts";

export const checkSteps = modelRule({
  id: "haproxy/check-steps",
  scope: "section",
  severity: "error",
  summary: "The steps of a check must be ones that haproxy can take, in this order",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { checks } of proxiesWith(model, "http-check", "tcp-check"))
      for (const keyword of ["http-check", "tcp-check"]) {
        const steps = checks.filter((line) => line.keyword === keyword && isCheckRule(line.action));
        for (const step of steps) {
          const verdict = unlessBranch(...steps.map(({ statement }) => statement));
          const first = steps.find(({ action }) => !isPreparation(action));
          if (step.action === "connect" && first && first.action !== "connect")
            report(step.statement.keyword.at, "a check that connects must do so before anything else", {
              related: [{ at: first.statement.keyword.at, message: "this comes first" }],
              ...verdict,
            });
          const problem = headerProblem(step);
          if (problem) report(problem.at, problem.message, unlessBranch(step.statement));
        }
      }
  },
});

/** Steps that may stand before the connection. */
const isPreparation = (action: string): boolean => /^(comment|(un)?set-var)/.test(action);

const methods = new Set(["str", "beg", "end", "sub", "reg"]);

/** `expect hdr name [-m METHOD] NAME [value [-m METHOD] TEXT]`, `name-lf` and `value-lf` for formats (src/tcpcheck.c parse_tcpcheck_expect()). */
function headerProblem({ action, args }: Line) {
  const at = action === "expect" ? args.findIndex(({ value }) => value === "hdr" || value === "fhdr") : -1;
  const head = args[at];
  const [word, ...rest] = args.slice(at + 1);
  if (at < 0 || !head || !word || args.some(({ hole }) => hole)) return undefined;
  if (!/^name(-lf)?$/.test(word.value))
    return { at: word.at, message: `${head.value} is followed by name, and this is ${word.value}` };
  const value = rest.findIndex((one, i) => i > 0 && /^value(-lf)?$/.test(one.value));
  const parts = value < 0 ? [rest] : [rest.slice(0, value), rest.slice(value + 1)];
  for (const [flag, method, text] of parts) {
    if (flag?.value !== "-m" || !method) continue;
    if (!methods.has(method.value))
      return { at: method.at, message: `${method.value} is not ${[...methods].join(", ")}` };
    const problem = method.value === "reg" && text && regexProblem(text.value);
    if (problem) return { at: text.at, message: `${text.value} ${problem}` };
  }
  return undefined;
}
