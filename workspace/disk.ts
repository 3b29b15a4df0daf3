import { dirname } from "node:path";
import type { FileProblem } from "./problems.ts";

/** Bytes; a larger file is refused before it is read. */
export const maxBytes = 16 * 1024 * 1024;

/** A file system to look at: the machine's own (nodeDisk.ts) or one in memory (memoryDisk.ts). Paths are absolute, with `/`, and without `..`. */
export interface Disk {
  /** Links followed; undefined where nothing is there, or a link leads nowhere or in a circle. */
  readonly statOf: (path: string) => Stat | undefined;
  /** What lies in a folder, in any order; undefined where it cannot be read. */
  readonly list: (folder: string) => readonly Entry[] | undefined;
  /** A regular file of at most `most` bytes (default: maxBytes), or why there is none. */
  readonly read: (path: string, most?: number) => Uint8Array | Refusal;
  /** The path with every symbolic link followed; the path itself where that fails. */
  readonly realPath: (path: string) => string;
  /** Of the running system, whose `/` this is; undefined where it is none. */
  readonly hostName: () => string | undefined;
}

export interface Stat {
  readonly kind: "file" | "folder" | "other";
  /** Changes with what is in it. */
  readonly stamp: string;
}

export interface Entry {
  readonly name: string;
  readonly kind: Stat["kind"] | "link";
}

export interface Text {
  readonly text: string;
  /** Offset of the first character that stands for wrong bytes. */
  readonly wrongAt?: number;
}

export interface Refusal {
  readonly rule: FileProblem;
  readonly message: string;
}

export const noSuchFile: Refusal = { rule: "file/missing", message: "no such file or folder" };

export const noFile = (what: string): Refusal => ({
  rule: "file/not-regular",
  message: `this is a ${what}, no regular file: not read`,
});

export const tooLarge = (size: number, most: number): Refusal => ({
  rule: "file/too-large",
  message: `this file is ${Math.ceil(size / 2 ** 20)} MiB, more than ${most / 2 ** 20}: not read`,
});

/** A file's text, or why there is none. */
export function readText(disk: Disk, path: string): Text | Refusal {
  const bytes = disk.read(path);
  return "rule" in bytes ? bytes : decoded(bytes);
}

/** The text of these bytes, or why they are none. */
export function decoded(bytes: Uint8Array): Text | Refusal {
  if (bytes.includes(0)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return {
      rule: "file/binary",
      message: utf16
        ? "this file is UTF-16, which no daemon reads: save it as UTF-8"
        : "this file holds NUL bytes, so it is no text: not read",
    };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { text, wrongAt: text.indexOf("\ufffd") };
  }
}

export const isFolder = (disk: Disk, path: string): boolean => disk.statOf(path)?.kind === "folder";

/** The path where it is a folder, else the one that holds it. */
export const folderOf = (disk: Disk, path: string): string => (isFolder(disk, path) ? path : dirname(path));

/** The path, or the first above it, that is a folder; at last the root. */
export const nearestFolder = (disk: Disk, path: string): string =>
  isFolder(disk, path) || path === dirname(path) ? path : nearestFolder(disk, dirname(path));

/** Whether `path` is `folder` or lies below it; both absolute and without `..`. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || folder === "/" || path.startsWith(`${folder}/`);
