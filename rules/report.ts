import { type Verdict, verdictIn } from "../parsers/core/schema.ts";
import type { Mistake } from "../parsers/core/tree.ts";
import type { Details, Document, Finding, Report, Rule, Targets } from "./rule.ts";

/** What the parser found, as the rule of its name tells it. */
export function mistakeFinding(mistake: Mistake, rule: Rule, document: Document, targets: Targets): Finding {
  const { at, message, related = [], fix } = mistake;
  const daemon = mistake.verdict ?? verdictOf(rule, targets, document);
  const common = { rule: rule.id, severity: rule.severity, message, at, related, daemon };
  return fix ? { ...common, fix } : common;
}

/** Puts what a rule reports into `findings`. */
export const reporter =
  (rule: Rule, targets: Targets, document: Document | undefined, findings: Finding[]): Report =>
  (at, message, details: Details = {}) => {
    const {
      severity = rule.severity,
      related = [],
      fix,
      daemon = verdictOf(rule, targets, document),
    } = details;
    const common = { rule: rule.id, severity, message, at, related, daemon };
    findings.push(fix ? { ...common, fix } : common);
  };

/** What the daemon of the target version does; without a target, what its newest version does. */
function verdictOf(rule: Rule, targets: Targets, document: Document | undefined): Verdict {
  const schema = document?.format.schema;
  const version = schema && targets[schema.daemon];
  if (rule.daemon === "by format") {
    const problem = rule.id.slice(rule.id.indexOf("/") + 1) as keyof NonNullable<typeof schema>["verdicts"];
    return verdictIn(schema?.verdicts[problem] ?? "silent", version);
  }
  return verdictIn(rule.daemon, version);
}
