import { type Span, span, textOf } from "../core/source.ts";
import type { Mistake, Word } from "../core/tree.ts";

/** ldirectord stops at the first line that it does not know and starts nothing. */
const refused = "ldirectord refuses the file";

type Edit = NonNullable<Mistake["fix"]>["edits"][number];

const mistake = (rule: string, at: Span, message: string, title?: string, ...edits: Edit[]): Mistake => ({
  kind: "mistake",
  rule: `ldirectord/${rule}`,
  message,
  at,
  ...(title ? { fix: { title, safe: true, edits } } : {}),
});

const keyOf = (body: Span): string => /^[^\s=]*/.exec(textOf(body))![0];

export const shortIndent = (line: Span, body: Span): Mistake =>
  mistake(
    "indent",
    body,
    `${keyOf(body)} stands less than four blanks or a tab in, so it belongs to no virtual service: ${refused}`,
    "indent it by a tab",
    { at: span(line.source, line.start, body.start), text: "\t" },
  );

export const outsideVirtual = (body: Span): Mistake =>
  mistake("indent", body, `${keyOf(body)} is indented, and no virtual line stands above it: ${refused}`);

/** `gap`: the empty lines that ended the virtual service. */
export function afterEnd(body: Span, gap: Span | undefined): Mistake {
  const message = `an empty line above ends the virtual service, so ${keyOf(body)} belongs to none: ${refused}`;
  return gap && textOf(gap).trim() === ""
    ? mistake("empty-line", body, message, "delete the empty line", { at: gap, text: "\n" })
    : mistake("empty-line", body, message);
}

export const blankSetting = (line: Span): Mistake =>
  mistake(
    "empty-line",
    line,
    `a line of more than four blanks in a virtual service is an unknown command: ${refused}`,
    "empty the line",
    { at: line, text: "" },
  );

export const noEquals = (at: Span, keyword: Word): Mistake =>
  mistake("separator", at, `${keyword.value || textOf(at)} has no = and value: ${refused}`);
