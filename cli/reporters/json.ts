import { positionAt, type Source, type Span } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import { countOf, filesOf, nodesOf, safelyFixable } from "../report.ts";
import { stringify } from "../stringify.ts";
import type { Printout, Reporter } from "./reporter.ts";

/** For machines: schemas/report.schema.json. Lines and columns from 1, columns in UTF-16 code units, ends excluded. */
export const json: Reporter = (printout) => {
  const { findings, faults, workspace } = printout.report;
  return stringify({
    version: 1,
    findings: findings.map((finding) => findingOf(finding, printout)),
    faults: faults.map(({ rule, error }) => ({ rule, error: error.message })),
    nodes: nodesOf(workspace),
    summary: {
      ...countOf(findings),
      fixable: safelyFixable(findings),
      files: filesOf(workspace).size,
    },
  });
};

/** One finding as JSON has it, `findings[]` of schemas/report.schema.json. */
export function findingOf(finding: Finding, { report, fingerprintOf }: Printout) {
  const { rule, severity, message, at, related, fix, daemon } = finding;
  const nodeOf = (source: Source): string => report.ownerOf(source).node;
  return {
    rule,
    severity,
    message,
    ...placeOf(at),
    node: nodeOf(at.source),
    related: related.map((place) => ({
      message: place.message,
      ...placeOf(place.at),
      node: nodeOf(place.at.source),
    })),
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map(({ at, text }) => ({ ...placeOf(at), text })),
      },
    }),
    daemon,
    fingerprint: fingerprintOf(finding),
  };
}

const placeOf = ({ source, start, end }: Span) => ({
  path: source.path,
  range: { start: position(source, start), end: position(source, end) },
});

const position = (source: Source, offset: number) => {
  const { line, column } = positionAt(source, offset);
  return { line: line + 1, column: column + 1 };
};
