import type { Source } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Report } from "../../workspace/check.ts";
import { filesOf } from "../report.ts";

/** Findings by path, in the order of paths; files without any are there too. */
export function byPath(
  { findings, workspace }: Report,
  pathOf: (source: Source) => string,
): readonly (readonly [path: string, findings: readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const source of filesOf(workspace)) groups.set(pathOf(source), []);
  for (const finding of findings) {
    const path = pathOf(finding.at.source);
    const group = groups.get(path);
    if (group) group.push(finding);
    else groups.set(path, [finding]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
