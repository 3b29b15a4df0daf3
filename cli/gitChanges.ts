import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { diffArrays } from "diff";
import { overlay } from "../workspace/archives/overlay.ts";
import type { Disk } from "../workspace/disk.ts";
import { memoryDisk } from "../workspace/memoryDisk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";

/** Bytes of one answer of git. */
const mostBytes = 512 * 2 ** 20;
/** Bytes of a file of a commit: configurations are smaller, and what else lies in a repository is not needed. */
const mostSize = 2 ** 20;
/** Changed lines beyond which a whole file counts as changed. */
const mostChanges = 5000;

/**
 * git is asked for names and contents of a commit only, never to look at the working tree: a repository's own configuration can
 * name programs for that (filters, textconv, external diff, fsmonitor, hooks), and a lazy fetch could start more.
 */
const safeOptions = [
  "--no-pager",
  "--no-optional-locks",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.sshCommand=false",
    "protocol.allow=never",
  ].flatMap((option) => ["-c", option]),
];
const safeEnv = { GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };

interface Answer {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

function git(args: readonly string[], folder: string, input = ""): Promise<Answer> {
  return new Promise((done, failed) => {
    const child = spawn("git", [...safeOptions, ...args], {
      cwd: folder,
      env: { ...process.env, ...safeEnv },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    let length = 0;
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostBytes) child.kill();
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err = (err + chunk.toString()).slice(0, 4096);
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", (error: NodeJS.ErrnoException) =>
      failed(
        new UsageError(
          error.code === "ENOENT" ? "--since needs git, which is not installed" : `git: ${error.message}`,
        ),
      ),
    );
    child.on("close", (code) => done({ code: code ?? 1, out: Buffer.concat(out), err }));
  });
}

async function asked(
  args: readonly string[],
  folder: string,
  refused: string,
  input?: string,
): Promise<Buffer> {
  const { code, out, err } = await git(args, folder, input);
  if (code === 0) return out;
  const reason = err
    .trim()
    .split("\n")[0]
    ?.replace(/^fatal: /, "");
  throw new UsageError(reason ? `${refused}: ${reason}` : refused);
}

/** What a commit holds. */
interface Commit {
  readonly ref: string;
  /** Of the repository: a real path. */
  readonly root: string;
  /** By path inside the root. */
  readonly blobs: ReadonlyMap<string, Blob>;
}

interface Blob {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** A symbolic link, whose content is where it leads. */
  readonly isLink: boolean;
}

/** Throws UsageError where git, the repository of `folder` or the ref is missing. */
async function commitOf(ref: string, folder: string): Promise<Commit> {
  const top = (
    await asked(["rev-parse", "--show-toplevel"], folder, `--since: ${folder} is in no git repository`)
  )
    .toString()
    .replace(/\n$/, "");
  const root = nodeDisk.realPath(top);
  const commit = (
    await asked(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`],
      folder,
      `--since: git knows no commit ${ref}`,
    )
  )
    .toString()
    .trim();
  const tree = await asked(
    ["ls-tree", "-r", "-l", "-z", "--full-tree", commit],
    folder,
    `--since: ${ref} cannot be read`,
  );
  return { ref, root, blobs: blobsOf(tree) };
}

/** What these blobs hold, by their ids. */
async function contentsIn(
  { ref, root }: Commit,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const asks = [...new Set(ids)].map((id) => `${id}\n`).join("");
  return contentsOf(await asked(["cat-file", "--batch"], root, `--since: ${ref} cannot be read`, asks));
}

/** Files by path: "100644 blob ID    SIZE\tPATH\0"… */
const blobsOf = (tree: Buffer): Map<string, Blob> =>
  new Map(
    tree
      .toString()
      .split("\0")
      .flatMap((line) => {
        const [, mode, id, size, path] =
          /^(100\d{3}|120000) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
        return mode ? [[path!, { id: id!, size: Number(size), isLink: mode === "120000" }] as const] : [];
      }),
  );

/** "ID blob SIZE\n", the bytes, "\n", and so on; "ID missing\n". */
function contentsOf(batch: Buffer): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(10, at);
    if (end < 0) break;
    const [id = "", kind, size] = batch.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (kind !== "blob") continue;
    contents.set(id, batch.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

/** Lines from 0 that are not as they were; where lines went, those on both sides. undefined: all of them. */
function changedLines(before: string, now: string): ReadonlySet<number> | undefined {
  const split = (text: string): string[] => text.split(/\r\n|\n|\r/);
  const parts = diffArrays(split(before), split(now), { maxEditLength: mostChanges });
  if (!parts) return undefined;
  const lines = new Set<number>();
  let at = 0;
  for (const { added, removed, count } of parts) {
    if (removed) lines.add(at).add(Math.max(0, at - 1));
    else if (added) for (let i = 0; i < count; i++) lines.add(at + i);
    if (!removed) at += count;
  }
  return lines;
}

/** A file as it is now. */
export interface FileNow {
  /** Real path. */
  readonly path: string;
  readonly text: string;
}

/** How a working tree differs from a commit. */
export interface Changes {
  /** By real path, the lines that are not as they were, as `changedLines` gives them. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number> | undefined>;
  /** The disk with the files of the commit in place of the repository's own. */
  readonly disk: Disk;
}

/** Throws UsageError where git, the repository of `folder` or the ref is missing. */
export async function changesSince(ref: string, folder: string, files: readonly FileNow[]): Promise<Changes> {
  const commit = await commitOf(ref, folder);
  const { root } = commit;
  const blobs = new Map([...commit.blobs].map(([path, blob]) => [join(root, path), blob]));
  const wanted = [...blobs].filter(
    ([path, { size }]) => size <= mostSize || files.some((one) => one.path === path),
  );
  const contents = await contentsIn(
    commit,
    wanted.map(([, { id }]) => id),
  );
  const contentOf = (path: string, hops = 8): Buffer | undefined => {
    const blob = blobs.get(path);
    const content = blob && contents.get(blob.id);
    if (!content || !blob.isLink) return content;
    return hops > 0 ? contentOf(resolve(dirname(path), content.toString()), hops - 1) : undefined;
  };
  const before = memoryDisk();
  before.putFolder(root);
  for (const path of blobs.keys()) {
    const content = contentOf(path);
    if (content) before.put(path, content);
  }
  return {
    lines: new Map(
      files.map(({ path, text }) => {
        const blob = blobs.get(path);
        const content = blob && !blob.isLink ? contents.get(blob.id) : undefined;
        return [path, content && changedLines(textIn(content), text)];
      }),
    ),
    disk: overlay(nodeDisk, new Map([[root, before]])),
  };
}

const textIn = (content: Buffer): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
