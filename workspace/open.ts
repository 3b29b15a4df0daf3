import { dirname, join, resolve } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { span } from "../parsers/core/source.ts";
import { formats as allFormats } from "../parsers/index.ts";
import type { Cluster } from "../rules/cluster/model.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { classifier } from "./classify.ts";
import { type Config, findConfig } from "./config.ts";
import { type Disk, isFolder, isWithin } from "./disk.ts";
import { type HostName, plan } from "./nodes.ts";
import { type Placed, place } from "./place.ts";
import { type Member, readNodes } from "./read.ts";
import { candidates } from "./search.ts";
import { type Memory, openSources, type Sources } from "./sources.ts";

export interface WorkspaceOptions {
  readonly disk: Disk;
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** A halint.config; default: the nearest one above the first path. */
  readonly config?: string;
  readonly targets?: Targets;
  /** Of an editor: open documents, and what earlier runs have read. */
  readonly memory?: Memory;
  /** For tests; default: all formats. */
  readonly formats?: readonly Format[];
}

/** Which files are whose, and why: what `halint nodes` tells. */
export interface ClusterLayout {
  readonly name: string;
  readonly why: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly why: string;
    readonly files: readonly Member[];
  }[];
}

export interface Workspace {
  readonly clusters: readonly Cluster[];
  /** Of `clusters`, in the same order. */
  readonly layout: readonly ClusterLayout[];
  /** What could not be read as it should, in the order it was met. */
  readonly problems: readonly Finding[];
  readonly config?: Config;
  readonly targets: Targets;
}

/** Finds, sorts and reads the files below `paths`. Throws UsageError for a wrong config. */
export async function openWorkspace(paths: readonly string[], options: WorkspaceOptions): Promise<Workspace> {
  const { cwd, disk, formats = allFormats } = options;
  const problems: Finding[] = [];
  const report = (problem: Finding): void => void problems.push(problem);
  const sources = openSources(cwd, disk, report, options.memory);
  const given = paths.map((path) => resolve(cwd, path));
  const configPath =
    options.config === undefined
      ? findConfig(start(given[0] ?? cwd, disk), disk)
      : resolve(cwd, options.config);
  const config =
    configPath === undefined
      ? undefined
      : (await import("./readConfig.ts")).readConfig(configPath, cwd, disk);
  const targets = { ...config?.targets, ...options.targets };
  const trusted = [...given, ...(config?.nodes.values() ?? [])].map(disk.realPath);
  const classify = classifier(formats);
  const roots = [...(config?.nodes.values() ?? [])].sort((a, b) => b.length - a.length);
  const { files, links } = candidates({ given, trusted, config, classify, sources, report });
  const placed = files
    .map((candidate) => place(candidate, roots, classify, sources, report))
    .filter((file): file is Placed => file !== undefined);
  const plans = plan(placed, given, config, hostNames(trusted, sources));
  const read = readNodes(
    plans.flatMap(({ nodes }) => nodes),
    { trusted, targets, sources, report, present: [...files.map(({ path }) => path), ...links] },
  );
  const kept = plans
    .map(({ name, why, nodes }) => ({
      name,
      why,
      nodes: nodes.map((plan) => ({ plan, ...read.get(plan)! })),
    }))
    .map((cluster) => ({ ...cluster, nodes: cluster.nodes.filter(({ members }) => members.length > 0) }))
    .filter(({ nodes }) => nodes.length > 0);
  return {
    clusters: kept.map(({ name, nodes }) => ({ name, nodes: nodes.map(({ node }) => node) })),
    layout: kept.map(({ name, why, nodes }) => ({
      name,
      why,
      nodes: nodes.map(({ plan, members }) => ({ name: plan.name, why: plan.why, files: members })),
    })),
    problems,
    ...(config ? { config } : {}),
    targets,
  };
}

const start = (path: string, disk: Disk): string => (isFolder(disk, path) ? path : dirname(path));

/** From etc/hostname (hostname(5): the first line that is no comment), or of the running system for `/`. */
const hostNames =
  (trusted: readonly string[], sources: Sources): HostName =>
  (root) => {
    const path = join(root, "etc/hostname");
    const readable =
      sources.disk.statOf(path)?.kind === "file" &&
      (root === "/" || isTrusted(path, root, trusted, sources.disk));
    const source = readable ? sources.read(path) : undefined;
    const line =
      source &&
      /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t\r]*(?:\n|$)/.exec(source.text);
    if (!source || !line) {
      const running = root === "/" ? sources.disk.hostName() : undefined;
      return running === undefined ? undefined : { name: running };
    }
    const [all, name = ""] = line;
    const at = all.lastIndexOf(name);
    return { name, at: span(source, at, at + name.length) };
  };

/** A link may lead anywhere in the machine's own tree and in the folders that the user named. */
const isTrusted = (path: string, root: string, trusted: readonly string[], { realPath }: Disk): boolean =>
  [realPath(root), ...trusted].some((folder) => isWithin(realPath(path), folder));
