import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { readText } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";

/**
 * Puts `after` in place of a file that still reads `before`; throws where that cannot be done, and the file is then as it was.
 * Mode and owner stay, a symbolic link's target is written. All at once, by a file of its own in the same folder; only one
 * that has other hard links is written in place, while what it held lies beside it.
 */
export const rewrite = (path: string, before: string, after: string): void =>
  rewriteAll([{ path, before, after }]);

/** A file to write, and what it must still hold. */
export interface Rewrite {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The same for several files, all or none: where one cannot be written, those before it get back what they held. */
export function rewriteAll(files: readonly Rewrite[]): void {
  const staged: Staged[] = [];
  let written = 0;
  try {
    for (const file of files) staged.push(stage(file));
    for (const file of staged) {
      commit(file);
      written++;
    }
  } catch (error) {
    for (const file of staged.slice(written)) remove(file.aside);
    for (const file of staged.slice(0, written)) restore(file);
    throw error;
  }
  for (const folder of new Set(staged.map(({ target }) => dirname(target)))) keepFolder(folder);
}

interface Staged extends Rewrite {
  readonly target: string;
  readonly stat: Stats;
  /** A file beside it: with its new text or, where it is written in place, with its old one. */
  readonly aside: string;
}

const hasLinks = (stat: Stats): boolean => stat.nlink > 1;

function stage({ path, before, after }: Rewrite): Staged {
  const target = realpathSync(path);
  const found = readText(nodeDisk, target);
  if (!("text" in found) || found.text !== before) throw new Error("it has changed since it was read");
  const stat = statSync(target);
  const aside = beside(target, hasLinks(stat) ? before : after, ownedAs(stat));
  return { path, before, after, target, stat, aside };
}

function commit({ target, before, after, stat, aside }: Staged): void {
  if (!hasLinks(stat)) {
    renameSync(aside, target);
    return;
  }
  try {
    overwrite(target, after);
  } catch (error) {
    overwrite(target, before);
    throw error;
  }
  remove(aside);
}

function restore({ target, before, stat }: Staged): void {
  if (hasLinks(stat)) overwrite(target, before);
  else renameSync(beside(target, before, ownedAs(stat)), target);
}

/**
 * Writes a file of halint's own making, whole or not at all; one that is there keeps its mode and owner, a symbolic link its
 * place. What is no file (/dev/stderr, a pipe) is written to.
 */
export function put(path: string, text: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    if (lstatSync(path, { throwIfNoEntry: false })) throw new Error("it is a link to nothing");
    create(path, text, (file) => fchmodSync(file, 0o666 & ~process.umask()));
  } else if (stat.isFile()) replace(realpathSync(path), stat, text);
  else writeFileSync(path, text);
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

const replace = (path: string, stat: Stats, text: string): void => create(path, text, ownedAs(stat));

const ownedAs =
  (stat: Stats) =>
  (file: number): void => {
    const own = fstatSync(file);
    if (own.uid !== stat.uid || own.gid !== stat.gid) fchownSync(file, stat.uid, stat.gid);
    fchmodSync(file, stat.mode & 0o7777);
  };

/** Puts a whole file at `path` by its rename; `settle` gives it owner and mode. */
function create(path: string, text: string, settle: (file: number) => void): void {
  const fresh = beside(path, text, settle);
  try {
    renameSync(fresh, path);
  } catch (error) {
    remove(fresh);
    throw error;
  }
  keepFolder(dirname(path));
}

/** The path of a file in the same folder that holds the text, safe on the disk. */
function beside(path: string, text: string, settle: (file: number) => void): string {
  const fresh = join(dirname(path), `.${basename(path)}.${crypto.randomUUID().slice(0, 13)}.halint`);
  const file = openSync(fresh, "wx", 0o600);
  try {
    try {
      writeAll(file, Buffer.from(text));
      settle(file);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return fresh;
  } catch (error) {
    remove(fresh);
    throw error;
  }
}

/** It may be gone already, or its folder not writable any more: what went wrong before is what is told. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, done);
}

/** The new name outlasts a power cut; some file systems cannot sync a folder, and need not. */
function keepFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    return;
  }
}
