import { resolve } from "node:path";
import { formats } from "../parsers/index.ts";
import { isArchiveName } from "../workspace/archives/names.ts";
import { classifier } from "../workspace/classify.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import type { WorkspaceOptions } from "../workspace/open.ts";
import { isOfReport } from "../workspace/reports.ts";

/**
 * The disk that paths of the command line mean: an archive is a folder where it is named itself. Those that merely lie in a folder
 * are left alone: they are most likely backups, and an old state beside today's would be compared with it.
 */
export async function inputsOf(
  paths: readonly string[],
  cwd: string,
): Promise<Pick<WorkspaceOptions, "disk" | "problems">> {
  const archives = archivesAmong(paths, cwd).map((path) => resolve(cwd, path));
  if (archives.length === 0) return { disk: nodeDisk };
  const { mayHold } = classifier(formats);
  const wanted = (path: string): boolean => mayHold(path, true) || isOfReport(path);
  return (await import("../workspace/archives/main.ts")).mountArchives(archives, cwd, nodeDisk, wanted);
}

/** The paths that name an archive. */
export const archivesAmong = (paths: readonly string[], cwd: string): readonly string[] =>
  paths.filter((path) => isArchiveName(path) && nodeDisk.statOf(resolve(cwd, path))?.kind === "file");
