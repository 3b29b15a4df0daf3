import type { Format } from "../parsers/core/format.ts";
import type { Source } from "../parsers/core/source.ts";
import type { Node } from "../rules/cluster/model.ts";
import { type FoundFile, nodeOf, readDocuments } from "../rules/cluster/read.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { includesOf } from "./include.ts";
import { isSameWorld, isUnchanged, keyOf, type World } from "./machines.ts";
import type { NodePlan } from "./nodes.ts";
import type { Placed } from "./place.ts";
import type { Memory, Sources } from "./sources.ts";
import { tracing } from "./trace.ts";

/** A file of a node, and why it is one. */
export interface Member {
  readonly source: Source;
  readonly format: Format;
  readonly why: string;
}

/** A machine with the files that were read for it. */
export interface ReadNode {
  readonly node: Node;
  readonly members: readonly Member[];
}

/** What all machines are read with. */
export interface Reading {
  readonly trusted: readonly string[];
  readonly targets: Targets;
  readonly sources: Sources;
  /** Absolute paths of all files that were found, of whatever kind. */
  readonly present: readonly string[];
  readonly report: (problem: Finding) => void;
  /** Of an editor: what the run before has read. */
  readonly memory?: Memory;
}

/** Reads machines. Lone parts that another one's file includes are left to it, so that a machine may come out empty. */
export function readNodes(plans: readonly NodePlan[], reading: Reading): ReadonlyMap<NodePlan, ReadNode> {
  const included = new Set<Source>();
  const world = worldOf(reading);
  const hasRoot = (plan: NodePlan): boolean => plan.files.some(({ opened }) => opened);
  const inOrder = [...plans.filter(hasRoot), ...plans.filter((plan) => !hasRoot(plan))];
  return new Map(inOrder.map((plan) => [plan, readOrKept(plan, reading, world, included)]));
}

/** What the machines hang on: the same object as in the run before, where it is the same. */
function worldOf({ trusted, targets, present, memory }: Reading): World | undefined {
  if (!memory?.held || !memory.machines) return undefined;
  const world = { disk: memory.held, trusted, targets, present };
  const [before] = memory.machines.before.values();
  return before && isSameWorld(before.world, world) ? before.world : world;
}

/** A file that counts by itself, with its text. */
type Opened = Placed & { readonly source: Source };

function readOrKept(
  plan: NodePlan,
  reading: Reading,
  world: World | undefined,
  included: Set<Source>,
): ReadNode {
  const { sources, report, memory } = reading;
  const machines = memory?.machines;
  const files = plan.files.flatMap((file): Opened[] => {
    const source = file.made ?? sources.read(file.path);
    return source && (file.opened || !included.has(source)) ? [{ ...file, source }] : [];
  });
  const own = files.map(({ source }) => source);
  const before = machines?.before.get(keyOf(plan));
  if (world && isUnchanged(before, world, plan, own, sources)) {
    before.trace.problems.forEach(report);
    for (const source of before.reached) included.add(source);
    machines?.known.set(keyOf(plan), before);
    return before.result;
  }
  const { trace, ...traced } = tracing(reading);
  const { reached, ...result } = readNode(plan, files, { ...reading, ...traced });
  for (const source of reached) included.add(source);
  if (world) machines?.known.set(keyOf(plan), { world, plan, files: own, trace, reached, result });
  return result;
}

function readNode(
  plan: NodePlan,
  files: readonly Opened[],
  { trusted, targets, sources, present, report }: Reading,
): ReadNode & { readonly reached: readonly Source[] } {
  const { include, reached } = includesOf(
    plan,
    [sources.disk.realPath(plan.root), ...trusted],
    sources,
    report,
  );
  const found = files.map(
    ({ format, source, inside, opened }): FoundFile => ({ format, source, path: inside, root: opened }),
  );
  const documents = readDocuments(found, { include, targets, ...(plan.host ? { nodeName: plan.name } : {}) });
  const read = new Map(documents.map(({ tree, format }) => [tree.source, format]));
  const formatOf = (source: Source): Format | undefined => {
    const from = reached.get(source);
    return read.get(source) ?? (from && formatOf(from));
  };
  return {
    node: nodeOf(
      plan.name,
      documents,
      plan.nameAt,
      plan.host && plan.tree && !plan.isPart ? pathsIn(plan.root, present) : undefined,
    ),
    members: [
      ...files.filter(({ source, opened }) => opened || !reached.has(source)).map(asMember),
      ...[...reached].flatMap(([source, from]) => {
        const format = formatOf(from);
        return format ? [{ source, format, why: `included by ${from.path}` }] : [];
      }),
    ],
    reached: [...reached.keys()],
  };
}

const asMember = ({ source, format, told, opened }: Opened): Member => ({
  source,
  format,
  why: opened ? told : `${told}, included by nothing here`,
});

/** The paths inside a machine's root, as the machine itself names them: "/etc/hosts". */
function pathsIn(root: string, present: readonly string[]): ReadonlySet<string> {
  const prefix = root.endsWith("/") ? root : `${root}/`;
  return new Set(
    present.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length - 1)),
  );
}
