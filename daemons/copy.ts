import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import { servant } from "./run.ts";

/** A file as halint read it, and where it lies in the machine's tree. */
export interface Original {
  readonly source: Source;
  /** "/etc/drbd.d/r0.res" */
  readonly inside: string;
}

/** Files of one machine in a folder of their own, which stands for its `/`. */
export interface Copy {
  readonly root: string;
  readonly pathOf: (source: Source) => string | undefined;
  /** undefined: a path that was not copied. */
  readonly sourceAt: (path: string) => Source | undefined;
  /** A text that names files of the copy, with the names that the user knows. */
  readonly shown: (text: string) => string;
  readonly remove: () => void;
}

/**
 * Copies the very texts that were judged, so that what a daemon says is said of them, and it meets no link and no file that halint
 * has not read. Absolute includes are led into the copy; no line moves.
 */
export function copyOf(originals: readonly Original[], include?: RegExp): Copy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "halint-daemon-")));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  const paths = new Map<string, Source>();
  try {
    const owner = servant();
    const give = (path: string): void => {
      if (owner) chownSync(path, owner.uid, owner.gid);
    };
    give(root);
    for (const { source, inside } of originals) {
      const path = join(root, resolve("/", inside));
      for (const folder of missing(dirname(path), root)) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        give(folder);
      }
      writeFileSync(path, include ? source.text.replace(include, `$1${root}`) : source.text, { mode: 0o600 });
      chmodSync(path, 0o600);
      give(path);
      paths.set(path, source);
    }
  } catch (error) {
    remove();
    throw error;
  }
  const byLength = [...paths].sort(([a], [b]) => b.length - a.length);
  return {
    root,
    pathOf: (source) => byLength.find(([, one]) => one === source)?.[0],
    sourceAt: (path) => paths.get(resolve(root, path)),
    shown: (text) =>
      byLength.reduce((all, [path, source]) => all.replaceAll(path, source.path), text).replaceAll(root, ""),
    remove,
  };
}

/** The folders from `root` down to this one, without `root`. */
function missing(folder: string, root: string): readonly string[] {
  return folder === root || !folder.startsWith(root) ? [] : [...missing(dirname(folder), root), folder];
}
