import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readText } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";

/**
 * Puts `after` in place of a file that still reads `before`; throws where that cannot be done, and the file is then as it was.
 * Mode and owner stay, a symbolic link's target is written. All at once, by a file of its own in the same folder; only one
 * that has other hard links is written in place.
 */
export function rewrite(path: string, before: string, after: string): void {
  const target = realpathSync(path);
  const found = readText(nodeDisk, target);
  if (!("text" in found) || found.text !== before) throw new Error("it has changed since it was read");
  const stat = statSync(target);
  if (stat.nlink > 1) overwrite(target, after);
  else replace(target, stat, after);
}

function overwrite(path: string, text: string): void {
  const bytes = Buffer.from(text);
  const file = openSync(path, constants.O_RDWR | constants.O_NOFOLLOW);
  try {
    writeAll(file, bytes);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function replace(path: string, stat: Stats, text: string): void {
  const folder = dirname(path);
  const fresh = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.halint`);
  const file = openSync(fresh, "wx", 0o600);
  try {
    try {
      writeAll(file, Buffer.from(text));
      const own = fstatSync(file);
      if (own.uid !== stat.uid || own.gid !== stat.gid) fchownSync(file, stat.uid, stat.gid);
      fchmodSync(file, stat.mode & 0o7777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch (error) {
    unlinkSync(fresh);
    throw error;
  }
  keepFolder(folder);
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, done);
}

/** The new name outlasts a power cut; some file systems cannot sync a folder, and need not. */
function keepFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, "r");
    fsyncSync(file);
  } catch {
    return;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
