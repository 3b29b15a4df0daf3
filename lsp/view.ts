import type { Source, Span } from "../parsers/core/source.ts";
import { type Statement, sourcesIn, type Word } from "../parsers/core/tree.ts";
import type { Cluster, Node } from "../rules/cluster/model.ts";
import type { Document, Finding } from "../rules/rule.ts";
import { type Visit, visitsOf } from "../rules/schema/visits.ts";
import type { Workspace } from "../workspace/open.ts";

/** What the server knows between two changes: every file of the workspace with what was found in it. Features are functions of it. */
export interface View {
  readonly workspace: Workspace;
  readonly findings: readonly Finding[];
  /** Absolute path of a file. */
  readonly pathOf: (source: Source) => string;
  /** The file at this absolute path, where it is one of the workspace. */
  readonly sourceAt: (path: string) => Source | undefined;
}

/** A document in which a file is read, and whose it is. An included file may belong to several. */
export interface Home {
  readonly document: Document;
  readonly node: Node;
  readonly cluster: Cluster;
}

/** The documents that a file is part of. */
export const homesOf = ({ workspace }: View, source: Source): Home[] =>
  workspace.clusters.flatMap((cluster) =>
    cluster.nodes.flatMap((node) =>
      node.documents
        .filter((document) => sourcesIn(document.tree).has(source))
        .map((document) => ({ document, node, cluster })),
    ),
  );

/** All documents of the workspace. */
export const homes = ({ workspace }: View): Home[] =>
  workspace.clusters.flatMap((cluster) =>
    cluster.nodes.flatMap((node) => node.documents.map((document) => ({ document, node, cluster }))),
  );

export const covers = ({ source, start, end }: Span, of: Source, offset: number): boolean =>
  source === of && start <= offset && offset <= end;

/** Where a position stands in a document. */
export interface Located {
  /** The innermost statement that the position is in. */
  readonly visit?: Visit;
  /** The word it touches: the keyword or an argument. */
  readonly word?: Word;
  /** -1 for the keyword, 0 for the first argument. */
  readonly index?: number;
  /** The statements around it, the outermost first. */
  readonly around: readonly Statement[];
}

/** The statement and word at an offset of a file. */
export function locate(document: Document, source: Source, offset: number): Located {
  const visits = visitsOf(document).filter(({ statement }) => covers(statement.at, source, offset));
  const visit = visits.at(-1);
  const around = visits.map(({ statement }) => statement);
  if (!visit) return { around };
  const { keyword, args } = visit.statement;
  if (covers(keyword.at, source, offset)) return { visit, around, word: keyword, index: -1 };
  const index = args.findIndex(({ at }) => covers(at, source, offset));
  const word = args[index];
  return word ? { visit, around, word, index } : { visit, around };
}
