import { linesOf, positionAt, type Span, span, textOf } from "../../parsers/core/source.ts";

/** The whole line of a statement with its line end, so that it can be deleted; undefined where more stands on it. */
export function wholeLine(at: Span): Span | undefined {
  const { source } = at;
  const starts = linesOf(source);
  const { line } = positionAt(source, at.start);
  const whole: Span = span(source, starts[line]!, starts[line + 1] ?? source.text.length);
  const rest =
    textOf(whole.with({ end: at.start })) +
    (at.end <= whole.end ? textOf(whole.with({ start: at.end })) : "x");
  return /^\s*$/.test(rest) ? whole : undefined;
}
