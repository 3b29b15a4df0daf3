import { dirname } from "node:path";
import { type Disk, type Entry, isWithin, type Stat } from "./disk.ts";

/** The disk with texts, by real path, that were not written to it yet: a new document of an editor. What lies on the disk stays as it is. */
export function overlayDisk(disk: Disk, texts: ReadonlyMap<string, string>): Disk {
  const statOf = (path: string): Stat | undefined => {
    const stat = disk.statOf(path);
    if (stat || texts.size === 0) return stat;
    if (texts.has(path)) return { kind: "file", stamp: "new" };
    return [...texts.keys()].some((text) => isWithin(text, path)) ? { kind: "folder", stamp: "" } : undefined;
  };

  /** Of the new texts, what lies right in this folder: they or the folders that they would lie in. */
  const added = (folder: string, there: readonly Entry[]): Entry[] => {
    const names = new Set(there.map(({ name }) => name));
    return [...texts.keys()].flatMap((text): Entry[] => {
      if (!isWithin(text, folder) || text === folder) return [];
      let path = text;
      while (dirname(path) !== folder) path = dirname(path);
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (names.has(name)) return [];
      names.add(name);
      return [{ name, kind: path === text ? "file" : "folder" }];
    });
  };

  return {
    ...disk,
    statOf,
    list: (folder) => {
      const there = disk.list(folder);
      const all = [...(there ?? []), ...added(folder, there ?? [])];
      return there || all.length > 0 ? all : undefined;
    },
    read: (path, most) => {
      const text = disk.statOf(path) ? undefined : texts.get(path);
      return text === undefined ? disk.read(path, most) : new TextEncoder().encode(text);
    },
  };
}
