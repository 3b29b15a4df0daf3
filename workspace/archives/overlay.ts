import { type Disk, isWithin } from "../disk.ts";

/** A disk on which some paths are the folders of others. */
export function overlay(below: Disk, mounts: ReadonlyMap<string, Disk>): Disk {
  const at = (path: string): Disk => {
    for (const [root, disk] of mounts) if (isWithin(path, root)) return disk;
    return below;
  };
  return {
    statOf: (path) => at(path).statOf(path),
    list: (folder) => at(folder).list(folder),
    read: (path, most) => at(path).read(path, most),
    realPath: (path) => at(path).realPath(path),
    hostName: below.hostName,
  };
}
