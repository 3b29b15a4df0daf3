import { isUtf8 } from "node:buffer";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import type { FileProblem } from "./problems.ts";

/** Bytes; a larger file is refused before it is read. */
export const maxBytes = 16 * 1024 * 1024;

export interface Text {
  readonly text: string;
  /** Offset of the first character that stands for wrong bytes. */
  readonly wrongAt?: number;
}

export interface Refusal {
  readonly rule: FileProblem;
  readonly message: string;
}

/** A file's text, or why there is none. Never waits on a pipe, never reads a device, never more than 16 MiB. */
export function readText(path: string): Text | Refusal {
  let file: number | undefined;
  try {
    const refused = refusal(statSync(path));
    if (refused) return refused;
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stat = fstatSync(file);
    return refusal(stat) ?? decoded(bytesOf(file, stat.size));
  } catch (error) {
    return refusalOf(path, error as NodeJS.ErrnoException);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const refusal = (stat: Stats): Refusal | undefined => {
  if (!stat.isFile()) {
    const what = stat.isDirectory()
      ? "folder"
      : stat.isFIFO()
        ? "pipe"
        : stat.isSocket()
          ? "socket"
          : "device";
    return { rule: "file/not-regular", message: `this is a ${what}, no regular file: not read` };
  }
  if (stat.size <= maxBytes) return undefined;
  return {
    rule: "file/too-large",
    message: `this file is ${Math.ceil(stat.size / 2 ** 20)} MiB, more than 16: not read`,
  };
};

/** Files of /proc say they have 0 bytes, and a file may grow: read up to the cap, whatever was said. */
function bytesOf(file: number, size: number): Buffer {
  let buffer = Buffer.allocUnsafe(Math.min(Math.max(size + 1, 4096), maxBytes));
  let length = 0;
  for (;;) {
    const read = readSync(file, buffer, length, buffer.length - length, length);
    length += read;
    if (read === 0 || length >= maxBytes) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(buffer.length * 2, maxBytes));
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

function decoded(bytes: Buffer): Text | Refusal {
  if (bytes.includes(0)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return {
      rule: "file/binary",
      message: utf16
        ? "this file is UTF-16, which no daemon reads: save it as UTF-8"
        : "this file holds NUL bytes, so it is no text: not read",
    };
  }
  const text = bytes.toString("utf8");
  return isUtf8(bytes) ? { text } : { text, wrongAt: text.indexOf("\ufffd") };
}

function refusalOf(path: string, { code, message }: NodeJS.ErrnoException): Refusal {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      if (isLink(path)) return { rule: "file/unreadable", message: "this symbolic link leads nowhere" };
      return { rule: "file/missing", message: "no such file or folder" };
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

/** Links followed; undefined where nothing is there, or a link leads nowhere or in a circle. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() ?? false;

/** The path with every symbolic link followed; the path itself where that fails. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether `path` is `folder` or lies below it; both absolute and without `..`. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || folder === "/" || path.startsWith(`${folder}/`);
