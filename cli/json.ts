import { positionAt, type Source, type Span } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import type { Report } from "../workspace/check.ts";
import type { Workspace } from "../workspace/open.ts";
import { countOf, filesOf, safelyFixable } from "./report.ts";

/** For machines: schemas/report.schema.json. Lines and columns from 1, columns in UTF-16 code units, ends excluded. */
export function json({ findings, workspace, ownerOf }: Report): string {
  return stringify({
    version: 1,
    findings: findings.map((finding) => findingOf(finding, (source) => ownerOf(source).node)),
    nodes: nodesOf(workspace),
    summary: {
      ...countOf(findings),
      fixable: safelyFixable(findings),
      files: filesOf(workspace).size,
    },
  });
}

/** JSON that is harmless in a terminal too: JSON.stringify leaves DEL, C1 and bidi controls as they are. */
export const stringify = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n`;

function findingOf(finding: Finding, nodeOf: (source: Source) => string) {
  const { rule, severity, message, at, related, fix, daemon } = finding;
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

/** Which file is whose and why, as `halint nodes` tells it. */
export const nodesOf = ({ layout }: Workspace) =>
  layout.flatMap((cluster) =>
    cluster.nodes.map(({ name, why, files }) => ({
      name,
      cluster: cluster.name,
      why,
      files: files.map(({ source, format, why }) => ({ path: source.path, format: format.id, why })),
    })),
  );
