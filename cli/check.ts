import type { Source } from "../parsers/core/source.ts";
import { type Fault, lint } from "../rules/engine.ts";
import type { Finding } from "../rules/rule.ts";
import type { FailLevel } from "../workspace/config.ts";
import type { Workspace } from "../workspace/open.ts";
import { type Owner, type Report, severities } from "./report.ts";
import { guarded } from "./secrets.ts";

const nobody: Owner = { node: "", cluster: "" };

/** Judges a workspace: the findings of all rules and what was wrong with files as such, in the order of files and lines. */
export function check(workspace: Workspace): Report {
  const { clusters, layout, problems, targets } = workspace;
  const owners = new Map<Source, Owner>(
    layout.flatMap(({ name: cluster, nodes }) =>
      nodes.flatMap(({ name: node, files }) =>
        files.map(({ source }) => [source, { node, cluster }] as const),
      ),
    ),
  );
  const faults: Fault[] = [];
  const judged = lint(clusters, { targets, onFault: (fault) => faults.push(fault) });
  const findings = [...problems, ...judged].sort(inOrder).map(guarded);
  return { findings, faults, workspace, ownerOf: (source) => owners.get(source) ?? nobody };
}

const inOrder = (a: Finding, b: Finding): number =>
  a.at.source.path === b.at.source.path
    ? a.at.start - b.at.start
    : a.at.source.path < b.at.source.path
      ? -1
      : 1;

/** 0 clean, 1 a finding at or above the level, 2 a path that is not there, nothing to check, or a rule that failed. */
export function exitCode({ findings, faults, workspace }: Report, level: FailLevel): 0 | 1 | 2 {
  if (faults.length > 0) return 2;
  if (workspace.problems.some(({ rule }) => rule === "file/missing")) return 2;
  if (workspace.layout.length === 0 && findings.length === 0) return 2;
  const failing = level === "never" ? [] : severities.slice(0, severities.indexOf(level) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}
