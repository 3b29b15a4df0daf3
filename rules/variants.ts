import { remembered } from "../parsers/core/remembered.ts";
import type { Span } from "../parsers/core/source.ts";
import { isTemplate, variantsOf } from "../parsers/core/templated.ts";
import { type Tree, walk } from "../parsers/core/tree.ts";
import type { Cluster } from "./cluster/model.ts";
import { nodeOf } from "./cluster/read.ts";
import type { Document, Finding } from "./rule.ts";

/** A template's document with other arms chosen. */
interface Other {
  readonly document: Document;
  readonly dropped: readonly Span[];
}

const othersOf = remembered((document: Document): readonly Other[] =>
  variantsOf(document.tree).map(({ tree, dropped }) => ({
    document: { ...document, tree, model: document.format.model(tree) },
    dropped,
  })),
);

/**
 * The findings of a cluster, those of its templates only as far as they hold whichever way conditions and loops go: each must come up again
 * in every variant that still has its place. `byAbsence`: the rules that judge by what stands nowhere.
 */
export function certain(
  cluster: Cluster,
  judge: (cluster: Cluster) => readonly Finding[],
  byAbsence: ReadonlySet<string>,
): readonly Finding[] {
  const documents = cluster.nodes.flatMap((node) => node.documents);
  const templates = documents.map(({ tree }) => tree).filter(isTemplate);
  if (templates.length === 0) return judge(cluster);
  let findings = judge(cluster).filter(
    (finding) =>
      !templates.some((tree) => isOfUnknown(finding, tree)) &&
      !(byAbsence.has(finding.rule) && templates.some(hasUnknownNames)),
  );
  const most = Math.max(...documents.map((document) => othersOf(document).length));
  for (let variant = 0; variant < most && findings.length > 0; variant++) {
    const dropped: Span[] = [];
    const chosen = (document: Document): Document => {
      const others = othersOf(document);
      const other = others[variant % others.length];
      dropped.push(...(other?.dropped ?? []));
      return other?.document ?? document;
    };
    const nodes = cluster.nodes.map((node) =>
      nodeOf(node.name, node.documents.map(chosen), node.nameAt, node.paths),
    );
    const again = new Set(judge({ ...cluster, nodes }).map(keyOf));
    findings = findings.filter((finding) => again.has(keyOf(finding)) || isGone(finding.at, dropped));
  }
  return findings;
}

/** Where blocks begin of which a line is not known. */
const unknownBlocks = remembered(({ statements }: Tree): readonly Span[] =>
  [...walk(statements)]
    .filter(({ block }) => block?.statements.some(({ keyword }) => keyword.hole))
    .map(({ keyword }) => keyword.at),
);

/** What a rule says of a whole block is not certain where a part of it is not known. The schema's rules look for holes themselves. */
const isOfUnknown = ({ rule, at }: Finding, tree: Tree): boolean =>
  !/^(?:schema|syntax)\//.test(rule) &&
  unknownBlocks(tree).some(({ source, start }) => source === at.source && start === at.start);

/** A line, or the name of a block or a line, is not known, so that it may define or use any name. */
const hasUnknownNames = remembered(({ statements }: Tree): boolean =>
  [...walk(statements)].some(
    ({ keyword, args, block }) =>
      keyword.hole || (block ? args.some(({ hole }) => hole) : args.length > 1 && args[0]!.hole),
  ),
);

const isGone = (at: Span, dropped: readonly Span[]): boolean =>
  dropped.some(({ source, start, end }) => source === at.source && start <= at.start && at.start < end);

const keyOf = ({ rule, message, at: { source, start, end } }: Finding): string =>
  `${source.path}\0${start}\0${end}\0${rule}\0${message}`;
