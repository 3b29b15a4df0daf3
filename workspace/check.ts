import type { Source } from "../parsers/core/source.ts";
import { type Fault, lint } from "../rules/engine.ts";
import type { Finding } from "../rules/rule.ts";
import { guarded } from "../rules/secrets.ts";
import type { Workspace } from "./open.ts";

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
