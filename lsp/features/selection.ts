import type { SelectionRange } from "vscode-languageserver-types";
import { cover, type Span, span, textOf } from "../../parsers/core/source.ts";
import { type Statement, type Tree, type Word, walk } from "../../parsers/core/tree.ts";
import { type At, type Client, rangeOf } from "../client.ts";
import { covers, type View } from "../view.ts";
import { writtenOf } from "./written.ts";

/** What an editor selects step by step: word, statement, block, the statement of the block … and at last the file. */
export function selectionRange(view: View, client: Client, { source, offset }: At): SelectionRange {
  const tree = writtenOf(view, source)?.tree;
  const steps = (tree ? spansIn(tree) : [])
    .filter((at) => at.end > at.start && covers(at, source, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const at of [...steps, span(source, 0, source.text.length)]) {
    const inner = nested.at(-1);
    if (
      !inner ||
      (at.start <= inner.start && inner.end <= at.end && at.end - at.start > inner.end - inner.start)
    )
      nested.push(at);
  }
  return nested.reduceRight<SelectionRange | undefined>(
    (parent, at) => ({ range: rangeOf(client, at), ...(parent ? { parent } : {}) }),
    undefined,
  )!;
}

const spansIn = ({ statements, comments }: Tree): Span[] => [
  ...comments.map(({ at }) => at),
  ...[...walk(statements)].flatMap(stepsOf),
];

function stepsOf({ prefix, keyword, args, block, at }: Statement): Span[] {
  const words = [...(prefix ? [prefix] : []), keyword, ...args];
  const quoted = words.flatMap((word) =>
    isQuoted(word) ? [span(word.at.source, word.at.start + 1, word.at.end - 1)] : [],
  );
  const head = words.map((word) => word.at).reduce(cover);
  const inside = block?.close && span(at.source, block.open.end, block.close.start);
  return [
    ...quoted,
    ...words.map((word) => word.at),
    head,
    ...(inside ? [inside] : []),
    ...(block ? [block.at] : []),
    at,
  ];
}

/** The quotes are the word's first and last letters. */
const isQuoted = ({ at, quote }: Word): boolean =>
  quote !== undefined && at.end - at.start > 2 && textOf(at).startsWith(quote) && textOf(at).endsWith(quote);
