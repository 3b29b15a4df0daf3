import { resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import { type Change, type Fixed, fixAll } from "../rules/fixes.ts";
import type { Finding } from "../rules/rule.ts";
import { judge } from "../workspace/check.ts";
import { isWithin } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import type { Memory } from "../workspace/sources.ts";
import { harmless } from "./fmt.ts";
import { archivesAmong } from "./inputs.ts";
import type { Io } from "./io.ts";
import { diffOf } from "./lineDiff.ts";
import { type OpenOptions, opened } from "./opened.ts";
import { plain } from "./plain.ts";
import { plural } from "./report.ts";
import { rewriteAll } from "./write.ts";

export interface FixOptions extends OpenOptions {
  readonly fix?: true;
  readonly unsafeFixes?: true;
  readonly diff?: true;
}

/** What fixing came to. `failed`: a file could not be written and is as it was. */
export interface Outcome {
  readonly changed: number;
  readonly failed: boolean;
}

/**
 * Fixes what lies below the paths, or prints what would change; files that the paths only include, and those in archives, stay as
 * they are.
 */
export async function fix(paths: readonly string[], options: FixOptions, io: Io): Promise<Outcome> {
  const archives = options.diff ? [] : archivesAmong(paths, io.cwd);
  for (const path of archives)
    io.err(`${plain(path)}: archives are not written; --diff prints what would be fixed in it\n`);
  const { groups, applied, refused } = await fixed(paths, archives, options, io);
  const changes = groups.flat();
  for (const { finding, error } of refused)
    io.err(
      `${plain(finding.at.source.path)}: ${finding.rule} not fixed: ${error ? `then there would be the error ${error.rule}` : "the same would be found again"}\n`,
    );
  if (options.diff) {
    for (const { path, before, after } of changes) io.out(diffOf(path, before, after, harmless));
    io.err(`${summaryOf("to fix", applied, changes)}\n`);
    return { changed: changes.length, failed: false };
  }
  const written = groups.filter((group) => isWritten(group, io)).flat();
  const files = new Set(written.map(({ path }) => path));
  const done = applied.filter(({ fix }) => fix?.edits.every(({ at }) => files.has(at.source.path)));
  io.err(`${summaryOf("fixed", done, written)}\n`);
  return { changed: written.length, failed: written.length < changes.length };
}

async function fixed(
  paths: readonly string[],
  archives: readonly string[],
  options: FixOptions,
  io: Io,
): Promise<Fixed> {
  const realPath = (path: string): string => nodeDisk.realPath(resolve(io.cwd, path));
  const given = paths.map(realPath);
  const sealed = archives.map((path) => resolve(io.cwd, path));
  const isGiven = new Map<Source, boolean>();
  const unsure = new Set<string>();
  let before: Memory["known"] = new Map();
  return fixAll({
    judge: async (texts) => {
      const open = new Map([...texts].map(([path, text]) => [realPath(path), text]));
      const known: Memory["known"] = new Map();
      const workspace = await opened(paths, options, io, { open, before, known });
      before = known;
      for (const { rule, at } of workspace.problems) if (rule === "file/not-utf8") unsure.add(at.source.path);
      return judge(workspace).findings;
    },
    wanted: ({ safe }) => safe || options.unsafeFixes === true,
    mayEdit: (source) => {
      const may =
        isGiven.get(source) ??
        (given.some((path) => isWithin(realPath(source.path), path)) &&
          !sealed.some((path) => isWithin(resolve(io.cwd, source.path), path)));
      isGiven.set(source, may);
      return may && !unsure.has(source.path);
    },
  });
}

/** All files of the group, or none, which is told. */
function isWritten(group: readonly Change[], io: Io): boolean {
  try {
    rewriteAll(group.map((change) => ({ ...change, path: resolve(io.cwd, change.path) })));
    return true;
  } catch (error) {
    const names = group.map(({ path }) => plain(path)).join(", ");
    io.err(`${names}: not written: ${plain((error as Error).message)}\n`);
    return false;
  }
}

const summaryOf = (what: string, applied: readonly Finding[], changes: readonly Change[]): string =>
  changes.length === 0
    ? "nothing to fix"
    : `${plural(applied.length, "finding")} ${what} in ${plural(changes.length, "file")}`;
