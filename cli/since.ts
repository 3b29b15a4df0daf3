import { resolve } from "node:path";
import { positionAt, type Source, type Span } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import type { Report } from "../workspace/check.ts";
import { nearestFolder } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";

/**
 * Of a report what concerns lines that changed since a commit. A related place counts as well: the new line that clashes with an old one
 * may be told at either. So does what keeps a file from being read at all. Throws UsageError.
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
  const changes = await changesSince(ref, nearestFolder(nodeDisk, resolve(cwd, paths[0] ?? ".")), files);
  const isChanged = ({ source, start, end }: Span): boolean => {
    const lines = changes.get(pathOf(source));
    if (!lines || source.text === "") return true;
    const last = positionAt(source, Math.max(start, end - 1)).line;
    for (let { line } = positionAt(source, start); line <= last; line++) if (lines.has(line)) return true;
    return false;
  };
  return { ...report, findings: report.findings.filter((finding) => placesOf(finding).some(isChanged)) };
}

const placesOf = ({ at, related }: Finding): readonly Span[] => [at, ...related.map((place) => place.at)];
