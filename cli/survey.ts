import { type Dirent, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFolder, nearestFolder } from "../workspace/disk.ts";
import { nodeDisk, statsOf } from "../workspace/nodeDisk.ts";
import { mostEntries } from "../workspace/walk.ts";

/** What lies below some paths at one moment. */
export interface Survey {
  /** Folders in which something may appear, change or vanish, each with what tells it from another one that takes its place. */
  readonly folders: ReadonlyMap<string, string>;
  /** Of each file by its path: another one after every change. */
  readonly stamps: ReadonlyMap<string, string>;
}

const skipped = new Set([".git", ".hg", ".svn", "node_modules"]);

/** Looks below `paths`, links not followed; of a path that is not there, at the folder in which it would appear. `left`: files that do not count. */
export function survey(paths: Iterable<string>, left: ReadonlySet<string>): Survey {
  const folders = new Map<string, string>();
  const stamps = new Map<string, string>();
  let entries = 0;

  const stamp = (path: string): void => {
    const stat = left.has(path) ? undefined : statsOf(path);
    if (stat?.isFile())
      stamps.set(path, `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.mode}`);
  };
  const note = (folder: string): void => {
    const stat = statsOf(folder);
    if (stat) folders.set(folder, `${stat.dev} ${stat.ino}`);
  };
  const enter = (folder: string): void => {
    if (folders.has(folder)) return;
    note(folder);
    for (const entry of entriesOf(folder)) {
      if (++entries > mostEntries) return;
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) stamp(path);
      else if (!skipped.has(entry.name)) enter(path);
    }
  };

  for (const path of paths) {
    if (isFolder(nodeDisk, path)) {
      enter(path);
      continue;
    }
    stamp(path);
    note(nearestFolder(nodeDisk, dirname(path)));
  }
  return { folders, stamps };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A path that is in one of them alone, or has changed; undefined: they are the same. */
export function changedIn(before: Survey["stamps"], after: Survey["stamps"]): string | undefined {
  for (const [path, stamp] of after) if (before.get(path) !== stamp) return path;
  for (const path of before.keys()) if (!after.has(path)) return path;
  return undefined;
}
