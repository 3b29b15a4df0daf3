import { grouped } from "../../parsers/core/remembered.ts";
import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { isAnnounced, isFinal } from "./final.ts";
import { isDynamic } from "./proxies.ts";

/** Rules of one ruleset in the order of the text; `http-request` reads in one section what stands there. */
export const rulesets = (rules: readonly Rule[]): readonly (readonly Rule[])[] => [
  ...grouped(rules, ({ ruleset }) => ruleset).values(),
];

const answersAll = /^(redirect|http-request (deny|tarpit|redirect|return|reject|silent-drop))$/;

const isSure = ({ condition, statement }: Rule): boolean => !condition && !statement.branch;

const nameOf = ({ ruleset, action, args }: Rule): string =>
  `${ruleset} ${action || (args[0]?.value ?? "")}`.trim();

export const unreachableRule = modelRule({
  id: "haproxy/unreachable-rule",
  scope: "section",
  severity: "warning",
  summary: "No rule should stand behind one that ends its ruleset for every request",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const { rules, defaultBackend, mode } of proxies) {
      const answer = rules.find(
        (rule) => isSure(rule) && isFinal(rule) && answersAll.test(`${rule.ruleset} ${rule.action}`.trim()),
      );
      const choice = rules.find(({ ruleset }) => ruleset === "use_backend");
      if (answer && choice && mode === "http")
        report(choice.statement.at, `never read: ${nameOf(answer)} answers every request`, {
          related: [{ at: answer.statement.at, message: "has no condition" }],
        });
      for (const set of rulesets(rules)) {
        const end = set.findIndex((rule) => isSure(rule) && isFinal(rule));
        const last = set[end];
        if (!last) continue;
        const name = nameOf(last);
        const related = [{ at: last.statement.at, message: "has no condition" }];
        const next = set[end + 1];
        if (next && !exclusive(next.statement, last.statement))
          report(
            next.statement.at,
            `never read: ${name} above ends the rules of ${next.ruleset} for every request`,
            {
              related,
              daemon: isAnnounced(last) && !next.statement.branch ? "warns" : "silent",
            },
          );
        if (
          last.ruleset === "use_backend" &&
          !isDynamic(last) &&
          defaultBackend &&
          !exclusive(defaultBackend.statement, last.statement)
        )
          report(defaultBackend.statement.at, `never used: ${name} takes every request`, { related });
      }
    }
  },
});
