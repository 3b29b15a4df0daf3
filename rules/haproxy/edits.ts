import { linesOf, lineText, positionAt, type Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Edit } from "../rule.ts";

const ends = ({ keyword, args }: Statement): Span => args.at(-1)?.at ?? keyword.at;

/** A new line after this one, indented like it; one level deeper after a section header. */
export function addLine(statement: Statement, line: string): Edit {
  const last = ends(statement);
  const { source, end } = last;
  const { line: number, column } = positionAt(source, end);
  const text = lineText(source, number);
  const indent = /^[ \t]*/.exec(text)![0];
  const at = end - column + text.length;
  return {
    at: last.with({ start: at, end: at }),
    text: `${source.text.startsWith("\r\n", at) ? "\r\n" : "\n"}${statement.block ? `${indent}    ` : indent}${line}`,
  };
}

/** More words at the end of the line, before any comment. */
export function addWords(statement: Statement, words: string): Edit {
  const last = ends(statement);
  return { at: last.with({ start: last.end }), text: ` ${words}` };
}

/** The line taken out with its line end. */
export function removeLine(statement: Statement): Edit {
  const first = (statement.prefix ?? statement.keyword).at;
  const { source, start } = first;
  const { line, column } = positionAt(source, start);
  const end = linesOf(source)[line + 1] ?? source.text.length;
  return { at: first.with({ start: start - column, end }), text: "" };
}
