import type { Source } from "../parsers/core/source.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import type { Workspace } from "../workspace/open.ts";

/** Every file that was checked, each once. */
export const filesOf = ({ layout }: Workspace): ReadonlySet<Source> =>
  new Set(layout.flatMap(({ nodes }) => nodes.flatMap(({ files }) => files.map(({ source }) => source))));

export const severities: readonly Severity[] = ["error", "warning", "info"];

export type Counts = Readonly<Record<Severity, number>>;

export const countOf = (findings: readonly Finding[]): Counts => ({
  error: findings.filter(({ severity }) => severity === "error").length,
  warning: findings.filter(({ severity }) => severity === "warning").length,
  info: findings.filter(({ severity }) => severity === "info").length,
});

/** Findings whose fix keeps the meaning or is the only right answer. */
export const safelyFixable = (findings: readonly Finding[]): number =>
  findings.filter(({ fix }) => fix?.safe).length;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Which file is whose and why, as `halint nodes` tells it. */
export const nodesOf = ({ layout }: Workspace) =>
  layout.flatMap((cluster) =>
    cluster.nodes.map(({ name, why, files }) => ({
      name,
      cluster: cluster.name,
      why,
      files: files.map(({ source, format, why }) => ({ path: source.path, format: format.id, why })),
    })),
  );
