import { spawn } from "node:child_process";
import { relative, sep } from "node:path";
import { diffArrays } from "diff";
import { isWithin } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";

/** Bytes of one answer of git. */
const mostBytes = 512 * 2 ** 20;
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

/**
 * What these files (real paths) were at a commit; undefined: not there, untracked or outside the repository of `folder`.
 * Throws UsageError where git, the repository or the ref is missing.
 */
async function textsAt(
  ref: string,
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
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
    ["ls-tree", "-r", "-z", "--full-tree", commit],
    folder,
    `--since: ${ref} cannot be read`,
  );
  const blobs = blobsOf(tree);
  const ids = new Map(
    files.map((file) => [
      file,
      isWithin(file, root) ? blobs.get(relative(root, file).split(sep).join("/")) : undefined,
    ]),
  );
  const wanted = [...new Set([...ids.values()].filter((id) => id !== undefined))];
  const contents = contentsOf(
    await asked(["cat-file", "--batch"], folder, `--since: ${ref} cannot be read`, `${wanted.join("\n")}\n`),
  );
  return new Map([...ids].map(([file, id]) => [file, id === undefined ? undefined : contents.get(id)]));
}

/** Ids of files by path: "100644 blob ID\tPATH\0"… */
const blobsOf = (tree: Buffer): Map<string, string> =>
  new Map(
    tree
      .toString()
      .split("\0")
      .flatMap((line) => {
        const found = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line);
        return found ? [[found[2]!, found[1]!] as const] : [];
      }),
  );

/** "ID blob SIZE\n", the bytes, "\n", and so on; "ID missing\n". */
function contentsOf(batch: Buffer): Map<string, string> {
  const contents = new Map<string, string>();
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(10, at);
    if (end < 0) break;
    const [id = "", kind, size] = batch.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (kind !== "blob") continue;
    contents.set(
      id,
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(batch.subarray(at, at + Number(size))),
    );
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

/** By path, the lines that are not as they were at a commit, as `changedLines` gives them. Throws UsageError. */
export async function changesSince(
  ref: string,
  folder: string,
  files: readonly FileNow[],
): Promise<ReadonlyMap<string, ReadonlySet<number> | undefined>> {
  const texts = await textsAt(
    ref,
    folder,
    files.map(({ path }) => path),
  );
  return new Map(
    files.map(({ path, text }) => {
      const before = texts.get(path);
      return [path, before === undefined ? undefined : changedLines(before, text)];
    }),
  );
}
