import { positionAt, type Span, span } from "../../parsers/core/source.ts";
import { applyEdits } from "../../rules/fix.ts";
import type { Finding, Fix } from "../../rules/rule.ts";
import { secretsOfLine } from "../../rules/secrets.ts";
import { stringify } from "../stringify.ts";
import { bytePlaceOf } from "./place.ts";
import type { Printout, Reporter } from "./reporter.ts";

/** reviewdog's diagnostic format (RDFormat), with a suggestion where a fix is one change of the finding's file. */
export const rdjson: Reporter = (printout) =>
  stringify({
    source: { name: "halint" },
    diagnostics: printout.report.findings.map((finding) => diagnosticOf(finding, printout)),
  });

function diagnosticOf(finding: Finding, { pathOf, about }: Printout) {
  const { rule, severity, message, at, related, fix } = finding;
  const uri = about.get(rule)?.uri;
  const locationOf = (place: Span) => ({ path: pathOf(place.source), range: rangeOf(place) });
  const suggestion = fix && suggestionOf(fix, at);
  // Other places stand in the message: readers before 2024 refuse the whole report for a field that they do not know.
  const places = related.map(
    (place) => `${pathOf(place.at.source)}:${bytePlaceOf(place.at).line}: ${place.message}`,
  );
  return {
    message: [message, ...places].join("\n"),
    location: locationOf(at),
    severity: severity.toUpperCase(),
    code: { value: rule, ...(uri === undefined ? {} : { url: uri }) },
    ...(suggestion ? { suggestions: [suggestion] } : {}),
  };
}

/** Lines from 1, columns from 1 in bytes of UTF-8, the end excluded. */
function rangeOf(at: Span) {
  const { line, column, endLine, endColumn } = bytePlaceOf(at);
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/**
 * The fix as one replacement. reviewdog offers each suggestion by itself, so that the edits of a fix that belong together are
 * made one, with what stands between them; none where that is another file's or holds a secret.
 */
function suggestionOf({ edits }: Fix, { source }: Span) {
  if (edits.length === 0 || edits.some(({ at }) => at.source !== source)) return undefined;
  const start = Math.min(...edits.map(({ at }) => at.start));
  const end = Math.max(...edits.map(({ at }) => at.end));
  const whole = span(source, start, end);
  if (edits.length > 1 && holdsSecret(whole)) return undefined;
  const moved = edits.map(({ at, text }) => ({
    at: span(source, at.start - start, at.end - start),
    text,
  }));
  return { range: rangeOf(whole), text: applyEdits(source.text.slice(start, end), moved) };
}

function holdsSecret({ source, start, end }: Span): boolean {
  const last = positionAt(source, end).line;
  for (let line = positionAt(source, start).line; line <= last; line++)
    if (secretsOfLine(source, line).length > 0) return true;
  return false;
}
