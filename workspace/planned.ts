import { areSame } from "../parsers/core/remembered.ts";
import { treesNamed } from "./archives/names.ts";
import { hostNames } from "./hostNames.ts";
import { type ClusterPlan, plan } from "./nodes.ts";
import { type Candidate, type Placed, place } from "./place.ts";
import { type Reports, reportsIn } from "./reports.ts";
import { candidates, type Search } from "./search.ts";
import type { Memory } from "./sources.ts";
import { isStill, type Trace, tracing } from "./trace.ts";

/** Which files there are, and whose they are. */
export interface Planned {
  /** Every file that was found, of whatever kind. */
  readonly files: readonly Candidate[];
  /** Absolute paths of all that was found, also of links that are not followed. */
  readonly present: readonly string[];
  readonly placed: readonly Placed[];
  readonly clusters: readonly ClusterPlan[];
}

/** Looks for files. An editor's last search stands where the disk is the same and no text that it hung on is another. */
export function planned(search: Search, memory?: Memory): Planned {
  const disk = memory?.held;
  if (!memory || !disk) return plannedFrom(search);
  const before = earlier.get(disk);
  if (before && isUnchanged(before, search, memory)) {
    before.trace.problems.forEach(search.report);
    return before.result;
  }
  const { sources, report, trace } = tracing(search);
  const result = plannedFrom({ ...search, sources, report });
  const { given, config, classify } = search;
  earlier.set(disk, { given, config, classify, open: [...memory.open.keys()], trace, result });
  return result;
}

/** What the search came to, and all it hung on besides the disk. */
interface Earlier extends Pick<Search, "given" | "config" | "classify"> {
  /** A new document lies on no disk. */
  readonly open: readonly string[];
  readonly trace: Trace;
  readonly result: Planned;
}

const earlier = new WeakMap<object, Earlier>();

const isUnchanged = (before: Earlier, search: Search, memory: Memory): boolean =>
  before.config === search.config &&
  before.classify === search.classify &&
  areSame(before.given, search.given) &&
  areSame(before.open, [...memory.open.keys()]) &&
  isStill(before.trace, search.sources);

function plannedFrom(search: Search): Planned {
  const { files, links } = candidates(search);
  const paths = files.map(({ path }) => path);
  const reports = reportsIn(paths);
  const placed = placedIn(files, reports, search);
  return { files, present: [...paths, ...links], placed, clusters: machinesOf(placed, reports, search) };
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
