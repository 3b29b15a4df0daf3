import { basename, dirname } from "node:path";
import {
  type Disk,
  type Entry,
  maxBytes,
  noFile,
  noSuchFile,
  type Refusal,
  type Stat,
  tooLarge,
} from "./disk.ts";

/** What a file in memory holds: its bytes, or why there are none. */
export type Content = Uint8Array | Refusal;

/** Files that lie on no disk of this machine: an editor's in the web, those of an archive. The folders above a file come with it. */
export interface MemoryDisk extends Disk {
  readonly put: (path: string, content: Content) => void;
  readonly putFolder: (path: string) => void;
  /** A file, or a folder with all that is in it. */
  readonly remove: (path: string) => void;
}

export function memoryDisk(): MemoryDisk {
  const files = new Map<string, { readonly content: Content; readonly stamp: string }>();
  const folders = new Map<string, Map<string, Entry>>();
  let count = 0;

  const enter = (path: string, kind: Entry["kind"]): void => {
    const folder = dirname(path);
    if (folder === path) return;
    putFolder(folder);
    folders.get(folder)!.set(basename(path), { name: basename(path), kind });
  };

  const putFolder = (path: string): void => {
    if (folders.has(path)) return;
    folders.set(path, new Map());
    enter(path, "folder");
  };

  const remove = (path: string): void => {
    files.delete(path);
    for (const name of folders.get(path)?.keys() ?? []) remove(`${path === "/" ? "" : path}/${name}`);
    folders.delete(path);
    folders.get(dirname(path))?.delete(basename(path));
  };

  const statOf = (path: string): Stat | undefined => {
    const file = files.get(path);
    if (file) return { kind: "file", stamp: file.stamp };
    return folders.has(path) ? { kind: "folder", stamp: "" } : undefined;
  };

  return {
    put: (path, content) => {
      files.set(path, { content, stamp: `${++count}` });
      enter(path, "file");
    },
    putFolder,
    remove,
    statOf,
    list: (folder) => {
      const inside = folders.get(folder);
      return inside && [...inside.values()];
    },
    read: (path, most = maxBytes) => {
      const content = files.get(path)?.content;
      if (!content) return folders.has(path) ? noFile("folder") : noSuchFile;
      return "length" in content && content.length > most ? tooLarge(content.length, most) : content;
    },
    realPath: (path) => path,
    hostName: () => undefined,
  };
}
