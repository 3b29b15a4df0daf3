import { join, relative, resolve } from "node:path";
import { ArchiveEnd, type Limits, limits, safeParts } from "../../workspace/archives/member.ts";
import { tarMembers } from "../../workspace/archives/tar.ts";
import { unpacked } from "../../workspace/archives/unpack.ts";
import { maxBytes } from "../../workspace/disk.ts";
import { UsageError } from "../../workspace/problems.ts";
import type { Io } from "../io.ts";
import { plain } from "../plain.ts";
import { ssh } from "./ssh.ts";
import { refusal, store, type Tree } from "./store.ts";
import { commandOf, type Wanted, wantedOf } from "./wanted.ts";

export interface CollectOptions {
  /** Destinations of ssh: "web1", "root@192.0.2.1". */
  readonly ssh?: readonly string[];
  readonly to?: string;
  readonly sudo?: true;
  readonly force?: true;
  /** Seconds for each machine; default: 60. */
  readonly timeout?: number;
}

const atOnce = 4;

/** Fetches from live machines what these globs name there, each machine's into a folder of its own, and gives the exit code: 2 where one failed. */
export async function collect(
  options: CollectOptions,
  files: readonly string[],
  { cwd, out, err }: Io,
): Promise<0 | 2> {
  const wanted = wantedOf(files);
  const folder = resolve(cwd, options.to ?? ".");
  const hosts = targetsOf(options.ssh ?? [], folder);
  for (const { target } of hosts) {
    const refused = refusal(target, options.force === true);
    if (refused !== undefined) throw new UsageError(refused);
  }
  let failed = 0;
  const left = [...hosts];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { host, target } = next;
      try {
        const { tree, failure } = await fetched(host, wanted, options);
        if (tree.size > 0) store(target, tree);
        if (tree.size > 0)
          out(`${plain(host)}: ${tree.size} files in ${plain(relative(cwd, target) || ".")}\n`);
        if (failure === undefined) continue;
        failed++;
        err(`halint: ${plain(host)}: ${plain(failure)}\n`);
      } catch (error) {
        failed++;
        err(`halint: ${plain(host)}: ${plain((error as Error).message)}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failed < hosts.length)
    err(
      "halint: these files hold secrets as the machines do: only you may read them, delete them after use\n",
    );
  return failed > 0 ? 2 : 0;
}

/** Each machine's folder. Throws UsageError for what could be an option of ssh or a path, and for two that would share a folder. */
function targetsOf(names: readonly string[], folder: string) {
  if (names.length === 0) throw new UsageError("collect needs a machine: --ssh HOST");
  const hosts = [...new Set(names)].map((host) => {
    const name = /^(?:[A-Za-z0-9_][\w.-]*@)?([A-Za-z0-9][A-Za-z0-9.:_-]*)$/.exec(host)?.[1];
    if (name === undefined) throw new UsageError(`"${host}" is no machine: write HOST or USER@HOST`);
    return { host, name, target: join(folder, name) };
  });
  for (const { host, name } of hosts) {
    const twin = hosts.find((other) => other.host !== host && other.name === name);
    if (twin) throw new UsageError(`${host} and ${twin.host} would share the folder ${name}`);
  }
  return hosts;
}

interface Fetched {
  readonly tree: Tree;
  readonly failure?: string;
}

async function fetched(
  host: string,
  wanted: Wanted,
  { sudo, timeout = 60 }: CollectOptions,
): Promise<Fetched> {
  const { bytes, failure } = await ssh(host, commandOf(wanted.script, sudo === true), {
    seconds: timeout,
    bytes: limits.kept,
  });
  if (failure !== undefined) return { tree: new Map(), failure };
  return treeOf(bytes, wanted, limits);
}

/** What a machine sent, which is not trusted: regular files that were asked for, and no more than the limits allow. */
export async function treeOf(
  bytes: Uint8Array,
  { isAsked }: Pick<Wanted, "isAsked">,
  limits: Limits,
): Promise<Fetched> {
  const tree = new Map<string, Uint8Array>();
  let kept = 0;
  let strange = 0;
  try {
    const packed = (async function* () {
      yield bytes;
    })();
    for await (const { name, kind, size, read } of tarMembers(unpacked(packed, "gzip", limits))) {
      const path = safeParts(name)?.join("/");
      if (kind !== "file" || path === undefined || !isAsked(path) || size > maxBytes) {
        strange++;
        continue;
      }
      kept += size;
      if (kept > limits.kept || tree.size >= limits.members)
        throw new ArchiveEnd("file/archive-limit", "it sends more than halint takes: the rest is left");
      tree.set(path, await read());
    }
  } catch (error) {
    return { tree: new Map(), failure: `what it sent cannot be read: ${(error as Error).message}` };
  }
  if (strange > 0) return { tree, failure: `${strange} files that were not asked for were left out` };
  return tree.size > 0 ? { tree } : { tree, failure: "no file that halint knows could be read there" };
}
