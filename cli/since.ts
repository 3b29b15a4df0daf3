import { resolve } from "node:path";
import { positionAt, type Source, type Span } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import { against, baselineOf } from "../workspace/baseline.ts";
import { check, type Report } from "../workspace/check.ts";
import { type Disk, nearestFolder } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { openWorkspace } from "../workspace/open.ts";

/**
 * Of a report what concerns lines that changed since a commit. A related place counts as well: the new line that clashes with an old one
 * may be told at either. So does what keeps a file from being read at all, and what was not found in the commit itself: a line or a
 * file may be missing now. Throws UsageError.
 */
export async function since(
  report: Report,
  ref: string,
  paths: readonly string[],
  cwd: string,
): Promise<Report> {
  const { changesSince } = await import("./gitChanges.ts");
  const sources = new Set(
    report.findings.flatMap((finding) => placesOf(finding).map(({ source }) => source)),
  );
  const pathOf = (source: Source): string => nodeDisk.realPath(resolve(cwd, source.path));
  const files = [...sources].map((source) => ({ path: pathOf(source), text: source.text }));
  const folder = nearestFolder(nodeDisk, resolve(cwd, paths[0] ?? "."));
  const { lines: changes, disk } = await changesSince(ref, folder, files);
  const isChanged = ({ source, start, end }: Span): boolean => {
    const lines = changes.get(pathOf(source));
    if (!lines || source.text === "") return true;
    const last = positionAt(source, Math.max(start, end - 1)).line;
    for (let { line } = positionAt(source, start); line <= last; line++) if (lines.has(line)) return true;
    return false;
  };
  const isNew = await newSince(report, paths, cwd, disk);
  const concerns = (finding: Finding): boolean => placesOf(finding).some(isChanged) || isNew(finding);
  return { ...report, findings: report.findings.filter(concerns) };
}

/** Tells which findings the commit has not. Where machines are made by an inventory, all that is told is by lines. */
async function newSince(
  report: Report,
  paths: readonly string[],
  cwd: string,
  disk: Disk,
): Promise<(finding: Finding) => boolean> {
  const { config, targets, renderings } = report.workspace;
  if (renderings) return () => false;
  const there = paths.filter((path) => disk.statOf(resolve(cwd, path)));
  const workspace = await openWorkspace(there, {
    disk,
    cwd,
    targets,
    ...(config && disk.statOf(config.path) ? { config: config.path } : {}),
  });
  const fresh = new Set(against(baselineOf(check(workspace)), report).fresh);
  return (finding) => fresh.has(finding);
}

const placesOf = ({ at, related }: Finding): readonly Span[] => [at, ...related.map((place) => place.at)];
