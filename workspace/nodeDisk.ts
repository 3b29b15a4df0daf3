import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { hostname } from "node:os";
import { type Disk, type Entry, maxBytes, noFile, noSuchFile, type Refusal, tooLarge } from "./disk.ts";

/** The disk of the machine that halint runs on. */
export const nodeDisk: Disk = {
  statOf: (path) => {
    const stat = statsOf(path);
    return stat && { kind: kindOf(stat), stamp: `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` };
  },
  list: (folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true }).map(entryOf);
    } catch {
      return undefined;
    }
  },
  read: readBytes,
  realPath: (path) => {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  hostName: hostname,
};

/** What the system says of a path, links followed; undefined where nothing is there or may be seen. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const kindOf = (stat: Pick<Stats, "isFile" | "isDirectory">) =>
  stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";

const entryOf = (entry: Dirent): Entry => ({
  name: entry.name,
  kind: entry.isSymbolicLink() ? "link" : kindOf(entry),
});

/** Never waits on a pipe, never reads a device, never more than `most` bytes. */
function readBytes(path: string, most = maxBytes): Uint8Array | Refusal {
  let file: number | undefined;
  try {
    const refused = refusal(statSync(path), most);
    if (refused) return refused;
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stat = fstatSync(file);
    return refusal(stat, most) ?? bytesOf(file, stat.size, most);
  } catch (error) {
    return refusalOf(path, error as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const refusal = (stat: Stats, most: number): Refusal | undefined => {
  if (!stat.isFile())
    return noFile(
      stat.isDirectory() ? "folder" : stat.isFIFO() ? "pipe" : stat.isSocket() ? "socket" : "device",
    );
  return stat.size > most ? tooLarge(stat.size, most) : undefined;
};

/** Files of /proc say they have 0 bytes, and a file may grow: read up to the cap, whatever was said. */
function bytesOf(file: number, size: number, most: number): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(Math.max(size + 1, 4096), most));
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length >= most) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(buffer.length * 2, most));
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

function refusalOf(path: string, { code, message }: NodeJS.ErrnoException): Refusal {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      if (isLink(path)) return { rule: "file/unreadable", message: "this symbolic link leads nowhere" };
      return noSuchFile;
    case "EACCES":
    case "EPERM":
      return { rule: "file/unreadable", message: "this user may not read this file" };
    case "ELOOP":
      return { rule: "file/unreadable", message: "this symbolic link leads in a circle" };
    case "ENXIO":
      return { rule: "file/not-regular", message: "this is a socket or a device, no regular file: not read" };
    default:
      return { rule: "file/unreadable", message: `this file cannot be read: ${code ?? message}` };
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
