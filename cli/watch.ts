import { type FSWatcher, watch as watchFolder } from "node:fs";
import { resolve } from "node:path";
import { findConfig } from "../workspace/config.ts";
import { folderOf } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";
import type { Memory } from "../workspace/sources.ts";
import { explained } from "./explained.ts";
import type { Io } from "./io.ts";
import { type LintOptions, lintPaths } from "./lint.ts";
import { outputsOf } from "./output.ts";
import { plain } from "./plain.ts";
import { changedIn, type Survey, survey } from "./survey.ts";

/** Milliseconds: what is written within this time counts as one change. */
const pause = 100;
/** Milliseconds between two looks, where the system has no more watches to give. */
const pace = 2000;

const others = ["fix", "unsafeFixes", "diff", "baselineWrite", "baselinePrune", "printConfig"] as const;

/**
 * Runs halint, and again after each change of a file below the paths, until it is interrupted; gives the last run's exit code.
 * Folders are watched one by one: Node's own recursive watching of Linux breaks off where a folder vanishes.
 */
export async function watch(paths: readonly string[], options: LintOptions, io: Io): Promise<number> {
  if (others.some((name) => options[name] !== undefined))
    throw new UsageError("--watch only looks: it goes with no option that writes files or does one thing");
  if (paths.includes("-")) throw new UsageError("- and --watch do not go together");
  const { watch: _, ...once } = options;
  const outputs = outputsOf(options.format, io);
  const written = new Set(outputs.flatMap(({ file }) => (file === undefined ? [] : [file])));
  const given = paths.map((path) => resolve(io.cwd, path));
  const folders = watching();
  let read: ReadonlySet<string> = new Set();
  let before: Memory["known"] = new Map();
  let code = 2;

  const look = (): Survey => {
    const paths = [...given, ...configOf(given[0] ?? io.cwd, options, io), ...read];
    let found = survey(paths, written);
    // What appears in a folder before it is watched is told by no event.
    for (let round = 0; folders.keep(found.folders) && round < 10; round++) found = survey(paths, written);
    return found;
  };
  const again = async (why: string): Promise<void> => {
    if (io.isTerminal) io.out("\x1b[2J\x1b[3J\x1b[H");
    const known: Memory["known"] = new Map();
    try {
      code = await lintPaths(paths, once, io, { open: new Map(), before, known });
      before = known;
      read = new Set(known.keys());
    } catch (error) {
      io.err(`halint: ${explained(error as Error, io)}\n`);
      code = 2;
    }
    if (!options.quiet) io.err(`${why}; waiting for changes, Ctrl-C ends\n`);
  };

  const { stamps } = look();
  let seen = stamps;
  let ended = false;
  const end = new Promise<void>((done) =>
    io.interrupted?.(() => {
      ended = true;
      done();
    }),
  );
  await again("checked");
  for (let rest = pause; !ended; ) {
    await Promise.race([folders.changed(), end]);
    await Promise.race([sleep(rest), end]);
    if (ended) break;
    folders.forget();
    const now = look().stamps;
    const changed = changedIn(seen, now);
    seen = now;
    if (changed === undefined) continue;
    const start = performance.now();
    await again(`${plain(near(changed, io.cwd))} changed: checked again`);
    // A file that something writes all the time takes half of one processor at the most.
    rest = Math.max(pause, performance.now() - start);
  }
  folders.close();
  return code;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

const near = (path: string, cwd: string): string =>
  path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;

function configOf(first: string, { config, baseline }: LintOptions, { cwd }: Io): readonly string[] {
  const path = config ? resolve(cwd, config) : findConfig(folderOf(nodeDisk, first), nodeDisk);
  return [...(path ? [path] : []), ...(baseline ? [resolve(cwd, baseline)] : [])];
}

/** Watches of single folders, and whether anything stirred in them. */
function watching() {
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly id: string }>();
  let stirred = false;
  let wake = (): void => {};
  let polls: NodeJS.Timeout | undefined;
  const stir = (): void => {
    stirred = true;
    wake();
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const add = (folder: string, id: string): void => {
    try {
      const watcher = watchFolder(folder, stir);
      watcher.on("error", () => {
        drop(folder);
        stir();
      });
      watchers.set(folder, { watcher, id });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOSPC" || code === "EMFILE" || code === "ENFILE") polls ??= setInterval(stir, pace);
    }
  };
  return {
    /** Watches these folders and no others; whether any is new. */
    keep: (folders: Survey["folders"]): boolean => {
      for (const [folder, { id }] of [...watchers]) if (folders.get(folder) !== id) drop(folder);
      const fresh = [...folders].filter(([folder]) => !watchers.has(folder));
      for (const [folder, id] of fresh) add(folder, id);
      return fresh.length > 0;
    },
    changed: (): Promise<void> =>
      stirred
        ? Promise.resolve()
        : new Promise((done) => {
            wake = done;
          }),
    forget: (): void => {
      stirred = false;
    },
    close: (): void => {
      clearInterval(polls);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
