import { pathToFileURL } from "node:url";
import type { Source, Span } from "../../parsers/core/source.ts";
import type { Finding, Fix, Severity } from "../../rules/rule.ts";
import { stringify } from "../stringify.ts";
import { placeOf } from "./place.ts";
import type { About, Printout, Reporter } from "./reporter.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};
const base = "%SRCROOT%";

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning and others read it; only rules that found something are told of. */
export const sarif: Reporter = (printout) => {
  const { report, version, about, root } = printout;
  const ids = [...new Set([...report.findings, ...report.faults].map(({ rule }) => rule))];
  return stringify({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "halint",
            semanticVersion: version,
            rules: ids.map((id) => ruleOf(id, about.get(id))),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(root).href.replace(/\/$/, "")}/` } },
        invocations: [
          {
            executionSuccessful: report.faults.length === 0,
            toolExecutionNotifications: report.faults.map(({ rule, error }) => ({
              level: "error",
              message: { text: `rule ${rule} failed: ${error.message}` },
              associatedRule: { id: rule, index: ids.indexOf(rule) },
            })),
          },
        ],
        results: report.findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule), printout)),
      },
    ],
  });
};

function ruleOf(id: string, about: About | undefined) {
  if (!about) return { id };
  const { summary, severity, page, uri } = about;
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}.` },
    help: { text: page, markdown: page },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ["high-availability", id.slice(0, id.indexOf("/"))] },
  };
}

function resultOf(finding: Finding, ruleIndex: number, printout: Printout) {
  const { rule, severity, message, at, related, fix, daemon } = finding;
  const owner = printout.report.ownerOf(at.source);
  const locationOf = (place: Span) => ({
    physicalLocation: { artifactLocation: artifactOf(place.source, printout), region: regionOf(place) },
  });
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(at)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((place, i) => ({
            id: i + 1,
            ...locationOf(place.at),
            message: { text: place.message },
          })),
        }
      : {}),
    partialFingerprints: { "halint/v1": printout.fingerprintOf(finding) },
    ...(fix && fix.edits.length > 0 ? { fixes: [fixOf(fix, printout)] } : {}),
    properties: {
      daemon,
      ...(owner.node === "" ? {} : { node: owner.node }),
      ...(owner.cluster === "" ? {} : { cluster: owner.cluster }),
    },
  };
}

function fixOf({ title, edits }: Fix, printout: Printout) {
  const sources = [...new Set(edits.map(({ at }) => at.source))];
  return {
    description: { text: title },
    artifactChanges: sources.map((source) => ({
      artifactLocation: artifactOf(source, printout),
      replacements: edits
        .filter(({ at }) => at.source === source)
        .map(({ at, text }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })),
    })),
  };
}

function regionOf(at: Span) {
  const { line, column, endLine, endColumn } = placeOf(at);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to the root where it lies there, else absolute; escaped as a URI. */
function artifactOf(source: Source, { pathOf, fileOf }: Printout) {
  const path = pathOf(source);
  const file = fileOf(source);
  if (path === file || path.startsWith("/")) return { uri: pathToFileURL(file).href };
  const uri = path
    .split("/")
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd")))
    .join("/");
  return { uri, uriBaseId: base };
}
