import { join } from "node:path";
import { type Disk, isFolder, isWithin } from "./disk.ts";

/** Directory entries after which a search ends. */
export const mostEntries = 100_000;

export interface Walk {
  /** Absolute paths of all that is no folder, in the order of their names. */
  readonly files: readonly string[];
  /** Symbolic links that lead out of `trusted`, to a folder or a file: not followed. */
  readonly strayed: readonly string[];
  readonly unreadable: readonly string[];
  /** The search ended before its end. */
  readonly cut: boolean;
}

const skipped = new Set([".git", ".hg", ".svn", "node_modules"]);
/** Of the running system: no configuration, and no end. */
const system = new Set(["/proc", "/sys", "/dev", "/run"]);

/** All files below a folder. Links are followed inside `trusted` (real paths), but never in a circle. */
export function walk(
  folder: string,
  trusted: readonly string[],
  ignored: (path: string) => boolean,
  disk: Disk,
  most = mostEntries,
): Walk {
  const files: string[] = [];
  const strayed: string[] = [];
  const unreadable: string[] = [];
  let entries = 0;

  const enter = (path: string, real: string, above: readonly string[]): void => {
    const found = disk.list(path);
    if (!found) return void unreadable.push(path);
    const chain = [...above, real];
    for (const { name, kind } of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++entries > most) return;
      const child = join(path, name);
      if (skipped.has(name) || system.has(child) || ignored(child)) continue;
      if (kind === "folder") enter(child, join(real, name), chain);
      else if (kind === "link") follow(child, chain);
      else files.push(child);
    }
  };

  const follow = (link: string, chain: readonly string[]): void => {
    const target = disk.realPath(link);
    if (!trusted.some((root) => isWithin(target, root))) strayed.push(link);
    else if (!isFolder(disk, link)) files.push(link);
    else if (!chain.includes(target)) enter(link, target, chain);
  };

  enter(folder, disk.realPath(folder), []);
  return { files, strayed, unreadable, cut: entries > most };
}
