import type { Format } from "../parsers/core/format.ts";
import { remembered } from "../parsers/core/remembered.ts";
import {
  linesOf,
  lineText,
  positionAt,
  type Source,
  type Span,
  span,
  textOf,
} from "../parsers/core/source.ts";
import { type Statement, type Tree, walk } from "../parsers/core/tree.ts";

/** What a comment for halint may say, after "halint-". */
export const directives = ["disable-next-line", "disable-line", "disable", "enable", "disable-file"] as const;
export type Directive = (typeof directives)[number];

/** A comment that speaks to halint: `halint-disable-line keepalived/vrid-missing -- not ours`. */
export interface Order {
  /** The whole comment. */
  readonly at: Span;
  /** The word that begins with "halint-". */
  readonly word: Span;
  /** undefined: a word that halint does not know. */
  readonly directive?: Directive;
  readonly rules: readonly Named[];
  readonly reason: boolean;
}

/** A rule's id, or `room/*`, as a comment names it. */
export interface Named {
  readonly pattern: string;
  readonly at: Span;
}

/** The part of a file in which findings of a rule are suppressed. */
export interface Cover extends Named {
  readonly order: Order;
  readonly from: number;
  readonly to: number;
}

export interface Suppressions {
  readonly orders: readonly Order[];
  readonly covers: readonly Cover[];
  /** `halint-enable` with nothing before it that it could end. */
  readonly idle: readonly Order[];
}

const none: Suppressions = { orders: [], covers: [], idle: [] };
const marker = /^(?:\\?[#!;]+|\/\/+|\/\*+|<!--)[ \t]*(halint-[\w-]*)/;

const byFormat = remembered((_: Source) => new Map<string, Suppressions>());

/** What the comments of a file say to halint; kept as long as the file is. */
export function suppressionsOf(source: Source, format: Format): Suppressions {
  if (!source.text.includes("halint-")) return none;
  const known = byFormat(source);
  const found = known.get(format.id) ?? readSuppressions(format.parse(source));
  known.set(format.id, found);
  return found;
}

function readSuppressions(tree: Tree): Suppressions {
  const orders = tree.comments.flatMap(({ at }) => orderOf(at));
  const ends = new Map<Cover, number>();
  const idle: Order[] = [];
  const covers: Cover[] = [];
  for (const order of orders) {
    if (order.directive !== "enable") {
      covers.push(...coversOf(tree, order));
      continue;
    }
    const { start } = order.at;
    const ended = covers.filter(
      (cover) =>
        cover.order.directive === "disable" &&
        (ends.get(cover) ?? cover.to) > start &&
        (order.rules.length === 0 || order.rules.some(({ pattern }) => pattern === cover.pattern)),
    );
    for (const cover of ended) ends.set(cover, start);
    if (ended.length === 0) idle.push(order);
  }
  return { orders, covers: covers.map((cover) => ({ ...cover, to: ends.get(cover) ?? cover.to })), idle };
}

/** Rules with commas or blanks between them; a reason after `--`, or after a colon where a comment cannot hold `--` (XML). */
function orderOf(at: Span): Order[] {
  const text = textOf(at);
  const found = marker.exec(text);
  if (!found) return [];
  const [whole, name = ""] = found;
  const place = (start: number, length: number): Span =>
    span(at.source, at.start + start, at.start + start + length);
  const rest = text.slice(whole.length).replace(/-->$|\*\/$/, "");
  const cut = rest.search(/(?:^|\s)--+(?=\s|$)|:(?=\s|$)/);
  const list = cut < 0 ? rest : rest.slice(0, cut);
  const directive = directives.find((one) => name === `halint-${one}`);
  return [
    {
      at,
      word: place(whole.length - name.length, name.length),
      ...(directive ? { directive } : {}),
      rules: [...list.matchAll(/[^\s,]+/g)].map((match) => ({
        pattern: match[0],
        at: place(whole.length + match.index, match[0].length),
      })),
      reason: cut >= 0 && /[^\s:-]/.test(rest.slice(cut)),
    },
  ];
}

function coversOf(tree: Tree, order: Order): Cover[] {
  const [from, to] = stretchOf(tree, order);
  return order.directive ? order.rules.map((named) => ({ ...named, order, from, to })) : [];
}

/** Start and end of what an order is about. */
function stretchOf(tree: Tree, { directive, at }: Order): readonly [number, number] {
  const all = [0, tree.source.text.length + 1] as const;
  switch (directive) {
    case "disable-file":
      return all;
    case "disable-line":
      return lines(tree.source, positionAt(tree.source, at.start).line, lastLine(at));
    case "disable-next-line":
      return nextStatement(tree, at);
    case "disable":
      return [at.start, blockEnd(tree.statements, at) ?? all[1]];
    default:
      return [at.start, at.start];
  }
}

const lastLine = ({ source, end }: Span): number => positionAt(source, end).line;

const lines = (source: Source, first: number, last: number): readonly [number, number] => {
  const starts = linesOf(source);
  return [starts[first] ?? source.text.length, starts[last + 1] ?? source.text.length + 1];
};

/** The next line that holds more than comments, the lines that a backslash adds, and all of a statement that begins there, up to its block. */
function nextStatement(tree: Tree, at: Span): readonly [number, number] {
  const { source } = tree;
  const comments = tree.comments.filter((comment) => comment.at.start > at.start);
  let offset = at.end;
  for (;;) {
    offset += /^\s*/.exec(source.text.slice(offset))![0].length;
    const comment = comments.find((one) => one.at.start === offset);
    if (!comment) break;
    offset = comment.at.end;
  }
  const first = positionAt(source, offset).line;
  const begins = [...walk(tree.statements)].filter(
    (statement) => statement.at.source === source && positionAt(source, statement.at.start).line === first,
  );
  let last = Math.max(first, ...begins.map((statement) => lastLine(headOf(statement))));
  while (/\\\s*$/.test(lineText(source, last)) && last + 1 < linesOf(source).length) last++;
  return lines(source, first, last);
}

/** A statement without what stands in its block. */
export const headOf = ({ at, block }: Statement): Span => (block ? at.with({ end: block.open.end }) : at);

/** Where the innermost block around a place ends; a section without an end of its own, where the next statement begins. */
function blockEnd(statements: readonly Statement[], at: Span): number | undefined {
  for (const [i, statement] of statements.entries()) {
    const { block } = statement;
    if (!block || statement.at.source !== at.source) continue;
    if (at.start < block.open.end || at.end > block.at.end) continue;
    const next = statements[i + 1]?.at.start;
    return blockEnd(block.statements, at) ?? block.close?.start ?? next ?? at.source.text.length + 1;
  }
  return undefined;
}
