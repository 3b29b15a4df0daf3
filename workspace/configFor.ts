import { resolve } from "node:path";
import { type Config, findConfig } from "./config.ts";
import { type Disk, folderOf } from "./disk.ts";
import { known } from "./levels.ts";
import type { Memory } from "./sources.ts";

interface Around {
  readonly disk: Disk;
  readonly cwd: string;
  /** The one that was named. */
  readonly config?: string;
  readonly memory?: Memory;
}

/** The halint.config that was named, or the nearest one above the first of the absolute paths. Throws UsageError for a wrong one. */
export async function configFor(given: readonly string[], around: Around): Promise<Config | undefined> {
  const { config, cwd, disk, memory } = around;
  const path =
    config === undefined ? findConfig(folderOf(disk, given[0] ?? cwd), disk) : resolve(cwd, config);
  if (path === undefined) return undefined;
  const text = memory?.open.get(disk.realPath(path));
  const before = memory?.held && earlier.get(memory.held);
  if (before?.path === path && before.cwd === cwd && before.text === text) return before.result;
  const result = (await import("./readConfig.ts")).readConfig(path, cwd, disk, known());
  if (memory?.held) earlier.set(memory.held, { path, cwd, text, result });
  return result;
}

/** What an editor's last run has read, and all it hung on besides the disk. */
interface Earlier {
  readonly path: string;
  readonly cwd: string;
  /** Of the open document. */
  readonly text: string | undefined;
  readonly result: Config;
}

const earlier = new WeakMap<object, Earlier>();
