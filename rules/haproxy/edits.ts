import { linesOf, lineText, positionAt, type Span, span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Edit } from "../rule.ts";

const ends = ({ keyword, args }: Statement): Span => args.at(-1)?.at ?? keyword.at;

/** A new line after this one, indented like it; one level deeper after a section header. */
export function addLine(statement: Statement, line: string): Edit {
  const { source, end } = ends(statement);
  const { line: number, column } = positionAt(source, end);
  const text = lineText(source, number);
  const indent = /^[ \t]*/.exec(text)![0];
  const at = end - column + text.length;
  return {
    at: span(source, at, at),
    text: `${source.text.startsWith("\r\n", at) ? "\r\n" : "\n"}${statement.block ? `${indent}    ` : indent}${line}`,
  };
}

/** More words at the end of the line, before any comment. */
export function addWords(statement: Statement, words: string): Edit {
  const { source, end } = ends(statement);
  return { at: span(source, end, end), text: ` ${words}` };
}

/** The line taken out with its line end. */
export function removeLine(statement: Statement): Edit {
  const { source, start } = (statement.prefix ?? statement.keyword).at;
  const { line, column } = positionAt(source, start);
  const end = linesOf(source)[line + 1] ?? source.text.length;
  return { at: span(source, start - column, end), text: "" };
}
