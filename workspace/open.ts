import { resolve } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { formats as allFormats } from "../parsers/index.ts";
import type { Cluster } from "../rules/cluster/model.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { treesNamed } from "./archives/names.ts";
import { classifier } from "./classify.ts";
import { type Config, findConfig } from "./config.ts";
import { type Disk, folderOf } from "./disk.ts";
import { hostNames } from "./hostNames.ts";
import { known } from "./levels.ts";
import { type ClusterPlan, type NodePlan, plan } from "./nodes.ts";
import { type Candidate, type Placed, place } from "./place.ts";
import { type Member, type ReadNode, readNodes } from "./read.ts";
import type { Renderings } from "./rendered.ts";
import { type Reports, reportsIn } from "./reports.ts";
import { candidates, type Search } from "./search.ts";
import { type Memory, openSources } from "./sources.ts";

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
  const config = await configFor(given, options);
  const targets = { ...config?.targets, ...options.targets };
  const trusted = [...given, ...(config?.nodes.values() ?? [])].map(disk.realPath);
  const search: Search = { given, trusted, config, classify: classifier(formats), sources, report };
  const { files, links } = candidates(search);
  const reports = reportsIn(files.map(({ path }) => path));
  const placed = placedIn(files, reports, search);
  const hosts = options.render && (await renderedFor(options.render, files, placed, search));
  const plans = [...machinesOf(placed, reports, search), ...(hosts?.plans ?? [])];
  const read = readNodes(
    plans.flatMap(({ nodes }) => nodes),
    {
      trusted,
      targets,
      sources,
      report,
      present: [...files.map(({ path }) => path), ...links],
      ...(options.memory?.machines ? { machines: options.memory.machines } : {}),
    },
  );
  return {
    ...laidOut(plans, read, hosts?.renderings),
    problems,
    ...(config ? { config } : {}),
    targets,
    ...(hosts ? { renderings: hosts.renderings } : {}),
  };
}

/** The halint.config that was named, or the nearest one. */
async function configFor(
  given: readonly string[],
  { config, cwd, disk }: WorkspaceOptions,
): Promise<Config | undefined> {
  const path =
    config === undefined ? findConfig(folderOf(disk, given[0] ?? cwd), disk) : resolve(cwd, config);
  if (path === undefined) return undefined;
  return (await import("./readConfig.ts")).readConfig(path, cwd, disk, known());
}

/** Those of the files whose format is known, each with its place on its machine. */
function placedIn(
  files: readonly Candidate[],
  reports: Reports,
  { config, classify, sources, report }: Search,
): readonly Placed[] {
  const roots = [...(config?.nodes.values() ?? [])].sort((a, b) => b.length - a.length);
  return files
    .map(
      (candidate) =>
        reports.place(candidate, classify, sources) ?? place(candidate, roots, classify, sources, report),
    )
    .filter((file): file is Placed => file !== undefined && file !== "none");
}

/** The hosts that templates are rendered for; undefined: neither inventory nor config names any. */
async function renderedFor(
  named: readonly string[],
  found: readonly Candidate[],
  placed: readonly Placed[],
  search: Search,
) {
  const { render } = search.config ?? {};
  const inventories = named.length > 0 ? named : (render?.inventories ?? []);
  if (inventories.length === 0 && !render) return undefined;
  return (await import("./render/main.ts")).rendered({ ...search, inventories, found, placed });
}

/** Who works together of the machines on whose trees files were found. */
function machinesOf(
  placed: readonly Placed[],
  reports: Reports,
  { given, config, trusted, sources }: Search,
): readonly ClusterPlan[] {
  const trees = [...new Set(placed.flatMap(({ root }) => root ?? []))];
  const named = treesNamed(given, trees);
  return plan(placed, named, config, hostNames(trusted, sources, reports)).map((cluster) => ({
    ...cluster,
    nodes: cluster.nodes.map((node) => ({ ...node, isPart: reports.isPart(node.root) })),
  }));
}

/** The clusters as they were read, and which files are whose; machines of which nothing could be read are left out. */
function laidOut(
  plans: readonly ClusterPlan[],
  read: ReadonlyMap<NodePlan, ReadNode>,
  renderings: Renderings | undefined,
): Pick<Workspace, "clusters" | "layout"> {
  const kept = plans
    .map(({ name, why, nodes }) => ({
      name,
      why,
      nodes: nodes.map((plan) => ({ plan, ...read.get(plan)! })).filter(({ members }) => members.length > 0),
    }))
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
          source: renderings?.get(member.source)?.template ?? member.source,
        })),
      })),
    })),
  };
}
