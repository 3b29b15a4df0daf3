import type { Format } from "../parsers/core/format.ts";
import { remembered } from "../parsers/core/remembered.ts";
import { linesOf, lineText, positionAt, type Span, sourceOf, span } from "../parsers/core/source.ts";
import { type Tree, walk } from "../parsers/core/tree.ts";
import { applyEdits } from "./fix.ts";
import type { Edit, Finding } from "./rule.ts";
import { type Directive, type Order, suppressionsOf } from "./suppressComments.ts";

/** Takes a comment out: with its line where it stands alone, else with the blanks before it. */
export function removal(at: Span): Edit {
  const { source } = at;
  const starts = linesOf(source);
  const from = starts[positionAt(source, at.start).line]!;
  const to = starts[positionAt(source, at.end).line + 1] ?? source.text.length;
  const before = source.text.slice(from, at.start);
  const alone = /^[ \t]*$/.test(before) && /^[ \t]*[\r\n]*$/.test(source.text.slice(at.end, to));
  const blanks = /[ \t]*$/.exec(before)![0].length;
  return { at: alone ? span(source, from, to) : span(source, at.start - blanks, at.end), text: "" };
}

/** Takes one of several rules out of a comment, with the comma and blanks that divide it from the next, or from the one before. */
export function withoutRule({ rules }: Order, at: Span): Edit {
  const i = rules.findIndex((named) => named.at === at);
  const next = rules[i + 1];
  const previous = rules[i - 1];
  const { source } = at;
  if (next) return { at: span(source, at.start, next.at.start), text: "" };
  return { at: span(source, previous?.at.end ?? at.start, at.end), text: "" };
}

/** What begins and ends a comment; # in all formats but XML. */
const commentIn = ({ id }: Format): readonly [string, string] =>
  id === "cib" ? ["<!-- ", " -->"] : ["# ", ""];

/**
 * A comment that suppresses the finding: above its statement, else at the margin there, else on its line, else for the file.
 * undefined: none of them would be a comment to the format.
 */
export function disabling({ rule, at }: Finding, format: Format): Edit | undefined {
  const { source } = at;
  const [open, close] = commentIn(format);
  const comment = (directive: Directive): string => `${open}halint-${directive} ${rule}${close}`;
  const end = /\r?\n/.exec(source.text)?.[0] ?? "\n";
  const tree = format.parse(source);
  const around = [...walk(tree.statements)]
    .filter((statement) => statement.at.start <= at.start && at.start <= statement.at.end)
    .map((statement) => positionAt(source, statement.at.start).line)
    .reverse();
  const own = positionAt(source, at.start).line;
  const lineEnd = linesOf(source)[own]! + lineText(source, own).length;
  const insert = (offset: number, added: string): Edit => ({ at: span(source, offset, offset), text: added });
  const wholeFile = at.end === 0;
  const tries = [
    ...(wholeFile
      ? []
      : [...new Set([own, ...around])].flatMap((line) => {
          const start = linesOf(source)[line]!;
          const added = `${comment("disable-next-line")}${end}`;
          return [insert(start, /^[ \t]*/.exec(lineText(source, line))![0] + added), insert(start, added)];
        })),
    ...(wholeFile
      ? []
      : [insert(lineEnd, `${/\s$/.test(lineText(source, own)) ? "" : " "}${comment("disable-line")}`)]),
    insert(
      /^\uFEFF?(?:<\?[^>]*\?>[ \t]*(?:\r?\n|$))?/.exec(source.text)![0].length,
      `${comment("disable-file")}${end}`,
    ),
  ];
  return tries.find((edit) => holds(edit, at, rule, format, tree));
}

/** All words as the format reads them, which a comment must not change. */
const shapeOf = remembered(({ statements }: Tree): string =>
  JSON.stringify(
    [...walk(statements)].map(({ keyword, args }) => [keyword, ...args].map(({ value }) => value)),
  ),
);

/** Whether the text after the edit holds a comment that covers the place, and is read as before but for it. */
function holds(edit: Edit, { source, start }: Span, rule: string, format: Format, before: Tree): boolean {
  const after = sourceOf(source.path, applyEdits(source.text, [edit]));
  const place = edit.at.start <= start ? start + edit.text.length : start;
  const tree = format.parse(after);
  return (
    shapeOf(tree) === shapeOf(before) &&
    tree.mistakes.length <= before.mistakes.length &&
    suppressionsOf(after, format).covers.some(
      ({ pattern, from, to }) => pattern === rule && from <= place && place < to,
    )
  );
}
