import type { Report } from "../workspace/check.ts";
import type { FailLevel } from "../workspace/config.ts";
import { countOf, severities } from "./report.ts";

/** 0 clean, 1 a finding at or above the level or too many warnings, 2 a path that is not there, nothing to check, or a rule that failed. */
export function exitCode(
  { findings, faults, workspace }: Report,
  level: FailLevel,
  maxWarnings = Number.POSITIVE_INFINITY,
): 0 | 1 | 2 {
  if (faults.length > 0) return 2;
  if (workspace.problems.some(({ rule }) => rule === "file/missing")) return 2;
  if (workspace.layout.length === 0 && findings.length === 0) return 2;
  const failing = level === "never" ? [] : severities.slice(0, severities.indexOf(level) + 1);
  if (countOf(findings).warning > maxWarnings) return 1;
  return findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}
