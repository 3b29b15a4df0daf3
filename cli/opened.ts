import { resolve } from "node:path";
import { openWorkspace, type Workspace } from "../workspace/open.ts";
import type { Memory } from "../workspace/sources.ts";
import { parseTargets } from "../workspace/targets.ts";
import { inputsOf } from "./inputs.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";

/** The options of every command that reads files. */
export interface OpenOptions {
  readonly target?: string;
  readonly config?: string;
  /** An inventory of Ansible. */
  readonly render?: string;
}

/** The workspace that a command line means. */
export const opened = async (
  paths: readonly string[],
  { config, target, render }: OpenOptions,
  { cwd }: Io,
  memory?: Memory,
  onFile?: (path: string) => void,
): Promise<Workspace> =>
  openWorkspace(paths, {
    ...(await inputsOf(paths, cwd)),
    cwd,
    ...(memory === undefined ? {} : { memory }),
    ...(onFile === undefined ? {} : { onFile }),
    ...(config === undefined ? {} : { config }),
    render: render === undefined ? [] : [resolve(cwd, render)],
    ...(target === undefined ? {} : { targets: parseTargets(target) }),
  });

export const isEmpty = ({ layout }: Workspace): boolean => layout.length === 0;

/** Tells that there was no file to read. */
export const nothing = (paths: readonly string[], { err }: Io): void =>
  err(`halint: nothing to check: no file that halint knows in ${plain(paths.join(", "))}\n`);
