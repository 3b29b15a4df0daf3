import type { Word } from "../../parsers/core/tree.ts";
import type { Condition } from "../../parsers/haproxy/condition.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Acl, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { type Details, modelRule, type Report } from "../rule.ts";
import { aclLines } from "./aclNames.ts";

export const condition = modelRule({
  id: "haproxy/condition",
  scope: "section",
  severity: "error",
  summary: "A condition is names of ACLs and tests in braces, side by side for and, with or between them",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { rule, acls } of conditions(model)) if (rule.condition) check(rule.condition, acls, report);
  },
});

/** Every rule with the ACLs of its section. */
export function* conditions({ proxies, fcgiApps }: Haproxy): Generator<{ rule: Rule; acls: readonly Acl[] }> {
  for (const { rules, acls } of [...proxies, ...fcgiApps]) for (const rule of rules) yield { rule, acls };
}

function check(found: Condition, acls: readonly Acl[], report: Report): void {
  const { keyword, suites, faults } = found;
  const terms = suites.length === 1 ? suites[0]! : suites.flat();
  const strange = terms.find(({ name }) => name && !isDefined(name, acls) && isStrange(name))?.name;
  const problem = strange && strangeness(strange);
  const unclosed = faults.length > 0;
  const words = terms.find((term) => term.words && gluedBrace(term.words, unclosed))?.words;
  const glued = words && gluedBrace(words, unclosed);
  if (strange && problem) report(strange.at, problem.message, problem.details);
  else if (glued)
    report(glued.at, `} must stand apart: in ${glued.value} it is part of a value and closes nothing`, {
      daemon: faults.length > 0 ? "rejects" : "silent",
      fix: {
        title: "write a blank before }",
        safe: true,
        edits: [{ at: glued.at.with({ start: glued.at.end - 1, end: glued.at.end - 1 }), text: " " }],
      },
    });
  else for (const { at, message } of faults) report(at, message, { daemon: verdictOf(message) });
  if (faults.length === 0 && suites.some((suite) => suite.length === 0))
    report(keyword.at, empty(found), { severity: "warning", daemon: "silent" });
}

/** A word that ends in `}` where the brace is missing, or where another test begins before the brace. */
const gluedBrace = (words: readonly Word[], unclosed: boolean): Word | undefined =>
  words.find(
    ({ value, quote }, i) =>
      !quote &&
      value.endsWith("}") &&
      /[^\s{]\}$/.test(value) &&
      !value.includes("{") &&
      (unclosed || words.slice(i).some((later) => later.value === "{")),
  );

/** A `!` before nothing is taken as nothing. */
const verdictOf = (message: string): "silent" | "rejects" =>
  message.startsWith("a !") ? "silent" : "rejects";

const empty = ({ keyword, suites }: Condition): string =>
  suites.length > 1
    ? "one side of or is empty and never true"
    : keyword.value === "if"
      ? "nothing follows if: the condition is never true"
      : "nothing follows unless: the condition is always true";

const isDefined = (name: Word, acls: readonly Acl[]): boolean =>
  name.hole === true || aclLines(acls, name.value).length > 0;

/** What the word would be in another language. */
function strangeness({ value, at }: Word): { message: string; details?: Details } | undefined {
  const start = Math.max(at.start - 1, 0);
  if (/^(and|&&)$/i.test(value))
    return {
      message: `a condition has no ${value}: terms side by side must all be true`,
      details: {
        fix: { title: `delete ${value}`, safe: true, edits: [{ at: at.with({ start }), text: "" }] },
      },
    };
  if (/^not$/i.test(value))
    return {
      message: `a condition has no ${value}: ! negates`,
      details: { fix: { title: "write !", safe: true, edits: [{ at, text: "!" }] } },
    };
  if (/^(if|unless|else|then)$/.test(value))
    return { message: `a condition has one if or unless, and no ${value} inside` };
  if (/^\{./.test(value))
    return {
      message: `{ must stand apart: ${value} is one word and is taken for the name of an ACL`,
      details: {
        fix: {
          title: "write a blank behind {",
          safe: !value.endsWith("}"),
          edits: [{ at: at.with({ start: at.start + 1, end: at.start + 1 }), text: " " }],
        },
      },
    };
  if (/[()]/.test(value))
    return { message: `a condition has no parentheses: ${value} is taken for the name of an ACL` };
  return undefined;
}

/** Whether `haproxy/condition` says what is wrong with this word. */
export const isStrange = (word: Word): boolean => strangeness(word) !== undefined;
