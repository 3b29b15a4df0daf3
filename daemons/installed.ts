import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { Daemon } from "./daemon.ts";

/** Where programs of the system lie; PATH is not asked: it may name a folder of the workspace. */
export const systemFolders = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin",
] as const;

/** The path of a daemon's checker; undefined: it is not installed. Runs nothing. */
export const installed = (
  { program }: Pick<Daemon, "program">,
  folders: readonly string[] = systemFolders,
): string | undefined => folders.map((folder) => join(folder, program)).find(isProgram);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
