import type { Format } from "../parsers/core/format.ts";
import type { Source } from "../parsers/core/source.ts";
import type { Node } from "../rules/cluster/model.ts";
import { type FoundFile, nodeOf, readDocuments } from "../rules/cluster/read.ts";
import type { Finding, Targets } from "../rules/rule.ts";
import { includesOf } from "./include.ts";
import type { NodePlan } from "./nodes.ts";
import type { Placed } from "./place.ts";
import type { Sources } from "./sources.ts";

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
}

/** Reads machines. Lone parts that another one's file includes are left to it, so that a machine may come out empty. */
export function readNodes(plans: readonly NodePlan[], reading: Reading): ReadonlyMap<NodePlan, ReadNode> {
  const included = new Set<Source>();
  const hasRoot = (plan: NodePlan): boolean => plan.files.some(({ opened }) => opened);
  const inOrder = [...plans.filter(hasRoot), ...plans.filter((plan) => !hasRoot(plan))];
  return new Map(inOrder.map((plan) => [plan, readNode(plan, reading, included)]));
}

function readNode(
  plan: NodePlan,
  { trusted, targets, sources, present, report }: Reading,
  included: Set<Source>,
): ReadNode {
  const { include, reached } = includesOf(
    plan,
    [sources.disk.realPath(plan.root), ...trusted],
    sources,
    report,
  );
  const files = plan.files.flatMap((file) => {
    const source = file.made ?? sources.read(file.path);
    return source && (file.opened || !included.has(source)) ? [{ ...file, source }] : [];
  });
  const found = files.map(
    ({ format, source, inside, opened }): FoundFile => ({ format, source, path: inside, root: opened }),
  );
  const documents = readDocuments(found, { include, targets, ...(plan.host ? { nodeName: plan.name } : {}) });
  for (const source of reached.keys()) included.add(source);
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
  };
}

const asMember = ({ source, format, told, opened }: Placed & { readonly source: Source }): Member => ({
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
