import { type Span, textOf } from "../parsers/core/source.ts";
import { type Statement, type Tree, type Word, walk } from "../parsers/core/tree.ts";

/** One line of the text, ended by LF alone: that is what ends it for the daemons. Offsets. */
export interface Line {
  /** After a byte order mark. */
  readonly start: number;
  /** The first character that is no blank or tab; `stop` on an empty line. */
  readonly from: number;
  /** After the last character that is no blank or tab; `start` on an empty line. */
  readonly to: number;
  /** Where CRLF or LF begins, or the end of the text. */
  readonly stop: number;
  /** What stands before `from` may be meant: a quote or a template's tag reaches over it, or a backslash before the line end. */
  readonly headKept: boolean;
  /** The same of what stands behind `to`. */
  readonly tailKept: boolean;
  /** The line before ends with a backslash. */
  readonly continued: boolean;
}

/** Template tags and comments, which may span lines; longer ones are not looked for. */
const tags =
  /\{%[\s\S]{0,4000}?%\}|\{#[\s\S]{0,4000}?#\}|\{\{[\s\S]{0,4000}?\}\}|<%[\s\S]{0,4000}?%>|<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t\r]*\n(?:[^\n]*\n){0,200}?[ \t]*\2(?=\r?\n|$)/g;

/** Every word as it stands in the text. */
export const wordsOf = ({ prefix, keyword, args }: Statement): Word[] => [
  ...(prefix ? [prefix] : []),
  keyword,
  ...args,
];

/** What holds line ends, or blanks at its end, in no order: words, comments, template tags, here-documents. */
function reaches(tree: Tree): Pick<Span, "start" | "end">[] {
  const words = [...walk(tree.statements)].flatMap(wordsOf).map(({ at }) => at);
  const comments = tree.comments.map(({ at }) => at).filter((at) => textOf(at).includes("\n"));
  const found = [...words.filter((at) => /\n|[ \t]$/.test(textOf(at))), ...comments];
  const inText = [...tree.source.text.matchAll(tags)]
    .filter(([text]) => text.includes("\n"))
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
  return [...found, ...inText];
}

/**
 * What a backslash at a line's end does. "joins": it, the line end and the blanks that follow are one blank; "continues": those
 * blanks may be meant. Default: nothing.
 */
export type Backslash = "joins" | "continues";

export function linesIn(tree: Tree, backslash?: Backslash): Line[] {
  const { text } = tree.source;
  const inside = insideOf(reaches(tree));
  const lines: Line[] = [];
  let continued = false;
  for (let begin = 0; begin <= text.length; ) {
    const feed = text.indexOf("\n", begin);
    const end = feed < 0 ? text.length : feed;
    const stop = feed > begin && text[feed - 1] === "\r" ? feed - 1 : end;
    const start = begin === 0 && text.startsWith("\ufeff") ? 1 : begin;
    const { from, to } = inked(text, start, stop);
    const escapes = to > start && text[to - 1] === "\\";
    const headKept = inside(begin) || (continued && !(backslash === "joins" && from < stop));
    const tailKept = inside(to) || escapes || (headKept && from === stop);
    lines.push({ start, from, to, stop, headKept, tailKept, continued });
    continued = escapes && backslash !== undefined;
    begin = end + 1;
  }
  return lines;
}

function inked(text: string, start: number, stop: number): { from: number; to: number } {
  let from = start;
  while (from < stop && isBlank(text.charCodeAt(from))) from++;
  let to = stop;
  while (to > start && isBlank(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Whether an offset stands in one of the spans; asked for ascending offsets. */
function insideOf(spans: readonly Pick<Span, "start" | "end">[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return (offset) => {
    while (next < sorted.length && sorted[next]!.start < offset) {
      reach = Math.max(reach, sorted[next]!.end);
      next++;
    }
    return offset < reach;
  };
}
