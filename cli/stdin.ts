import { resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import { decoded, isWithin } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";
import type { Memory } from "../workspace/sources.ts";
import type { Io } from "./io.ts";

/** What `halint -` checks: a workspace in which standard input stands in for one file. */
export interface Input {
  readonly paths: readonly string[];
  readonly memory: Memory;
  /** Whether this is the file that it stands in for: only of it is something told. */
  readonly isIt: (source: Source) => boolean;
}

/** Options that make no sense for a text that lies on no disk. */
const others = [
  "fix",
  "unsafeFixes",
  "diff",
  "baselineWrite",
  "baselinePrune",
  "withDaemons",
  "watch",
] as const;
export type InputOptions = { readonly [name in (typeof others)[number]]?: true } & {
  readonly stdinFilename?: string;
};

/**
 * Reads standard input. The workspace is what else is named, or the current folder where the file lies in it, so that what the file
 * has to do with its neighbours and with other machines is judged as well. Throws UsageError.
 */
export async function standardInput(
  paths: readonly string[],
  options: InputOptions,
  { cwd, input }: Io,
): Promise<Input> {
  const { stdinFilename } = options;
  if (stdinFilename === undefined)
    throw new UsageError("- needs --stdin-filename: the path tells the format and the machine");
  const other = others.find((name) => options[name]);
  if (other) throw new UsageError(`- and --${dashed(other)} do not go together`);
  const path = resolve(cwd, stdinFilename);
  const content = decoded(Buffer.from((await input?.()) ?? new Uint8Array()));
  if ("rule" in content) throw new UsageError(`standard input: ${content.message}`);
  const named = paths.filter((one) => one !== "-");
  const around = named.length > 0 ? named : isWithin(path, cwd) ? ["."] : [];
  const real = nodeDisk.realPath(path);
  return {
    paths: [...around, stdinFilename],
    memory: { open: new Map([[real, content.text]]), before: new Map(), known: new Map() },
    isIt: (source) => nodeDisk.realPath(resolve(cwd, source.path)) === real,
  };
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
