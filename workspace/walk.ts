import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isFolder, isWithin, realPath } from "./disk.ts";

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
  most = mostEntries,
): Walk {
  const files: string[] = [];
  const strayed: string[] = [];
  const unreadable: string[] = [];
  let entries = 0;

  const enter = (path: string, real: string, above: readonly string[]): void => {
    let found: Dirent[];
    try {
      found = readdirSync(path, { withFileTypes: true });
    } catch {
      unreadable.push(path);
      return;
    }
    found.sort((a, b) => (a.name < b.name ? -1 : 1));
    const chain = [...above, real];
    for (const entry of found) {
      if (++entries > most) return;
      const child = join(path, entry.name);
      if (skipped.has(entry.name) || system.has(child) || ignored(child)) continue;
      if (entry.isDirectory()) enter(child, join(real, entry.name), chain);
      else if (entry.isSymbolicLink()) follow(child, chain);
      else files.push(child);
    }
  };

  const follow = (link: string, chain: readonly string[]): void => {
    const target = realPath(link);
    if (!trusted.some((root) => isWithin(target, root))) strayed.push(link);
    else if (!isFolder(link)) files.push(link);
    else if (!chain.includes(target)) enter(link, target, chain);
  };

  enter(folder, realPath(folder), []);
  return { files, strayed, unreadable, cut: entries > most };
}
