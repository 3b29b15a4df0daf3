import type { Source } from "../parsers/core/source.ts";
import { atLevel, type Fault, lint } from "../rules/engine.ts";
import { guarded } from "../rules/guarded.ts";
import { isMasked } from "../rules/masked.ts";
import type { Finding } from "../rules/rule.ts";
import { levelsOf, optionsOf } from "./levels.ts";
import type { Workspace } from "./open.ts";
import { levelInTemplates, ofTemplates } from "./rendered.ts";

/** Everything that printers and editors tell of one run. */
export interface Report {
  /** In the order of files and lines, secrets taken out. */
  readonly findings: readonly Finding[];
  /** Rules that failed: what they might have found is not known. */
  readonly faults: readonly Fault[];
  readonly workspace: Workspace;
  /** Names of the node and cluster that a file belongs to; "" where it is nobody's. */
  readonly ownerOf: (source: Source) => Owner;
}

export interface Owner {
  readonly node: string;
  readonly cluster: string;
}

export interface CheckOptions {
  /** Is told of each file before it is judged. */
  readonly onFile?: (path: string) => void;
  /** The same files are judged again soon, after an edit: of an editor. */
  readonly keep?: boolean;
}

const nobody: Owner = { node: "", cluster: "" };

/** Judges a workspace: the findings of all rules and what was wrong with files as such, in the order of files and lines. */
export function check(workspace: Workspace, options: CheckOptions = {}): Report {
  const report = judge(workspace, options);
  return { ...report, findings: report.findings.map(guarded) };
}

/** The same with secrets as they stand, which a fix must write: nothing of it may be printed. */
export function judge(workspace: Workspace, { onFile, keep = false }: CheckOptions = {}): Report {
  const { clusters, config, layout, problems, renderings, targets } = workspace;
  const owners = new Map<Source, Owner>();
  for (const { name: cluster, nodes } of layout)
    for (const { name: node, files } of nodes)
      for (const { source } of files) if (!owners.has(source)) owners.set(source, { node, cluster });
  const faults: Fault[] = [];
  const levelOf = config && levelsOf(config);
  const told = lint(clusters, {
    targets,
    keep,
    onFault: (fault) => faults.push(fault),
    ...(onFile ? { onFile } : {}),
    ...(config ? { options: optionsOf(config) } : {}),
    ...(levelOf ? { levelOf: renderings ? levelInTemplates(levelOf, renderings) : levelOf } : {}),
  });
  const found = told.filter((finding) => !isMasked(finding));
  const judged = renderings ? ofTemplates(found, renderings) : found;
  const ofFiles = levelOf ? problems.flatMap((problem) => atLevel(problem, levelOf)) : problems;
  const findings = [...ofFiles, ...judged].sort(inOrder);
  return { findings, faults, workspace, ownerOf: (source) => owners.get(source) ?? nobody };
}

/** By file, then by place. */
export const inOrder = (a: Finding, b: Finding): number =>
  a.at.source.path === b.at.source.path
    ? a.at.start - b.at.start
    : a.at.source.path < b.at.source.path
      ? -1
      : 1;
