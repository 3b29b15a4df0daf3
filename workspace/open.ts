import { resolve } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { formats as allFormats } from "../parsers/index.ts";
import type { Cluster } from "../rules/cluster/model.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { classifier } from "./classify.ts";
import type { Config } from "./config.ts";
import { configFor } from "./configFor.ts";
import type { Disk } from "./disk.ts";
import type { ClusterPlan, NodePlan } from "./nodes.ts";
import type { Candidate, Placed } from "./place.ts";
import { planned } from "./planned.ts";
import { type Member, type ReadNode, readNodes } from "./read.ts";
import type { Renderings } from "./rendered.ts";
import type { Search } from "./search.ts";
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
  const { files, present, placed, clusters } = planned(search, options.memory);
  const hosts = options.render && (await renderedFor(options.render, files, placed, search));
  const plans = [...clusters, ...(hosts?.plans ?? [])];
  const read = readNodes(
    plans.flatMap(({ nodes }) => nodes),
    {
      trusted,
      targets,
      sources,
      report,
      present,
      ...(options.memory ? { memory: options.memory } : {}),
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
