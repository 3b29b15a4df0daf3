import { dirname, join, resolve } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { span } from "../parsers/core/source.ts";
import { formats as allFormats } from "../parsers/index.ts";
import type { Cluster } from "../rules/cluster/model.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { treesNamed } from "./archives/names.ts";
import { classifier } from "./classify.ts";
import { type Config, findConfig } from "./config.ts";
import { type Disk, isFolder, isWithin } from "./disk.ts";
import { known } from "./levels.ts";
import { type HostName, plan } from "./nodes.ts";
import { type Placed, place } from "./place.ts";
import { type Member, readNodes } from "./read.ts";
import type { Renderings } from "./rendered.ts";
import { type Reports, reportsIn } from "./reports.ts";
import { candidates } from "./search.ts";
import { type Memory, openSources, type Sources } from "./sources.ts";

export interface WorkspaceOptions {
  readonly disk: Disk;
  /** Absolute; paths are shown relative to it. */
  readonly cwd: string;
  /** A halint.config; default: the nearest one above the first path. */
  readonly config?: string;
  readonly targets?: Targets;
  /** What was wrong before anything was opened: of archives. */
  readonly problems?: readonly Finding[];
  /** Of an editor: open documents, and what earlier runs have read. */
  readonly memory?: Memory;
  /**
   * Templates are rendered for the hosts of these inventories (absolute paths), else for those that halint.config names; absent: none is,
   * whatever it names.
   */
  readonly render?: readonly string[];
  /** Is told of each file before it is read. */
  readonly onFile?: (path: string) => void;
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
  /** What templates make, by the text that was read in their place. */
  readonly renderings?: Renderings;
}

/** Finds, sorts and reads the files below `paths`. Throws UsageError for a wrong config. */
export async function openWorkspace(paths: readonly string[], options: WorkspaceOptions): Promise<Workspace> {
  const { cwd, disk, formats = allFormats } = options;
  const problems: Finding[] = [...(options.problems ?? [])];
  const report = (problem: Finding): void => void problems.push(problem);
  const sources = openSources(cwd, disk, report, options.memory, options.onFile);
  const given = paths.map((path) => resolve(cwd, path));
  const configPath =
    options.config === undefined
      ? findConfig(start(given[0] ?? cwd, disk), disk)
      : resolve(cwd, options.config);
  const config =
    configPath === undefined
      ? undefined
      : (await import("./readConfig.ts")).readConfig(configPath, cwd, disk, known());
  const targets = { ...config?.targets, ...options.targets };
  const trusted = [...given, ...(config?.nodes.values() ?? [])].map(disk.realPath);
  const classify = classifier(formats);
  const roots = [...(config?.nodes.values() ?? [])].sort((a, b) => b.length - a.length);
  const { files, links } = candidates({ given, trusted, config, classify, sources, report });
  const reports = reportsIn(files.map(({ path }) => path));
  const placed = files
    .map(
      (candidate) =>
        reports.place(candidate, classify, sources) ?? place(candidate, roots, classify, sources, report),
    )
    .filter((file): file is Placed => file !== undefined && file !== "none");
  const inventories = options.render?.length ? options.render : (config?.render?.inventories ?? []);
  const hosts =
    options.render && (inventories.length > 0 || config?.render)
      ? (await import("./render/main.ts")).rendered({
          inventories,
          config,
          found: files,
          placed,
          trusted,
          classify,
          sources,
          report,
        })
      : undefined;
  const trees = [...new Set(placed.flatMap(({ root }) => root ?? []))];
  const machines = plan(placed, treesNamed(given, trees), config, hostNames(trusted, sources, reports)).map(
    (cluster) => ({
      ...cluster,
      nodes: cluster.nodes.map((node) => ({ ...node, isPart: reports.isPart(node.root) })),
    }),
  );
  const plans = [...machines, ...(hosts?.plans ?? [])];
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
      nodes: nodes.map(({ plan, members }) => ({
        name: plan.name,
        why: plan.why,
        files: members.map((member) => ({
          ...member,
          source: hosts?.renderings.get(member.source)?.template ?? member.source,
        })),
      })),
    })),
    problems,
    ...(config ? { config } : {}),
    targets,
    ...(hosts ? { renderings: hosts.renderings } : {}),
  };
}

const start = (path: string, disk: Disk): string => (isFolder(disk, path) ? path : dirname(path));

/** From etc/hostname (hostname(5): the first line that is no comment), or of the running system for `/`. */
const hostNames =
  (trusted: readonly string[], sources: Sources, reports: Reports): HostName =>
  (root) => {
    const path = reports
      .hostNameFiles(root)
      .map((name) => join(root, name))
      .find((name) => sources.disk.statOf(name)?.kind === "file");
    const readable = path !== undefined && (root === "/" || isTrusted(path, root, trusted, sources.disk));
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
