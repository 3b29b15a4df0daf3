import type { Finding } from "../rules/rule.ts";
import type { Report } from "../workspace/check.ts";
import { plain } from "./plain.ts";
import { type Counts, countOf, filesOf, plural, safelyFixable, severities } from "./report.ts";

/**
 * The last line: how many findings, whose they are and how many have a safe fix; or, without any, what was checked.
 * `hidden`: findings that are not printed by the user's wish; `known`: those that a baseline knows.
 */
export function summary(report: Report, hidden = 0, known = 0): string {
  const { findings, workspace } = report;
  const clusters = workspace.layout;
  const files = filesOf(workspace).size;
  const nodes = clusters.flatMap((cluster) => cluster.nodes).filter(({ name }) => name !== "").length;
  const checked = `${plural(files, "file")}${nodes > 0 ? ` of ${plural(nodes, "node")}` : ""}`;
  const left = [
    ...(hidden > 0 ? [`${hidden} of lower severity not shown`] : []),
    ...(known > 0 ? [`${known} in the baseline`] : []),
  ];
  if (findings.length === 0) {
    const clean = `no ${known > 0 ? "new " : ""}findings: checked ${checked}${named(clusters.map(({ name }) => name))}`;
    return `${[clean, ...left].join(" · ")}\n`;
  }
  const fixable = safelyFixable(findings);
  return `${[
    `${counted(countOf(findings))} in ${checked}`,
    ...byOwner(report),
    ...(fixable > 0 ? [`${fixable} with a safe fix`] : []),
    ...left,
  ].join(" · ")}\n`;
}

/** Counts by node, or by cluster where there are several. */
function byOwner({ findings, workspace, ownerOf }: Report): string[] {
  const owner = workspace.layout.length > 1 ? "cluster" : "node";
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = ownerOf(finding.at.source)[owner];
    const group = groups.get(name);
    if (group) group.push(finding);
    else if (name !== "") groups.set(name, [finding]);
  }
  if (groups.size < 2) return [];
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => `${plain(name)}: ${counted(countOf(group))}`);
}

const named = (clusters: readonly string[]): string => {
  const names = clusters.filter((name) => name !== "");
  return names.length > 0 && names.length <= 3 ? ` in ${names.map(plain).join(", ")}` : "";
};

const words = { error: ["error"], warning: ["warning"], info: ["info", "infos"] } as const;

const counted = (counts: Counts): string =>
  severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], words[severity][0], words[severity][1]))
    .join(", ");
