import { createHash } from "node:crypto";
import type { Span } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import { frameOf } from "../frame.ts";
import { countOf, filesOf, plural, severities } from "../report.ts";
import { script, style } from "./page.ts";
import { picture } from "./picture.ts";
import type { Printout, Reporter } from "./reporter.ts";
import { escaped, opening } from "./xml.ts";

/**
 * One page that needs nothing else: each cluster as a picture, the findings with their lines, the pages of their rules. Its
 * policy allows its own script and nothing from anywhere, so that a name that got through as markup could still do nothing.
 * It is well-formed XML too.
 */
export const html: Reporter = (printout) => {
  const { report, about, version } = printout;
  const { findings, faults, workspace } = report;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  const names = workspace.clusters.map(({ name }) => name).filter((name) => name !== "");
  const title = `halint${names.length > 0 ? `: ${names.join(", ")}` : ""}`;
  return `${[
    "<!DOCTYPE html>",
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">',
    `<head><meta charset="UTF-8"/>${opening("meta", { "http-equiv": "Content-Security-Policy", content: policy })}/>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    "<body>",
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(totals(printout))}</p>`,
    ...faults.map(
      ({ rule, error }) =>
        `<p><b class="error">rule ${escaped(rule)} failed</b> ${escaped(error.message)}</p>`,
    ),
    ...workspace.clusters.map(
      (cluster) =>
        `<h2>${escaped(cluster.name === "" ? "Files" : cluster.name)}</h2>\n<div class="picture">${picture(cluster, report)}</div>`,
    ),
    "<h2>Findings</h2>",
    filters(printout),
    ...findings.map((finding) => article(finding, printout)),
    "<h2>Rules</h2>",
    ...[...about].map(
      ([id, { summary, page }]) =>
        `<details><summary><code>${escaped(id)}</code> ${escaped(summary)}</summary><pre>${page.split("\n").map(escaped).join("\n")}</pre></details>`,
    ),
    `<p class="dim">halint ${escaped(version)}</p>`,
    `<script>${script}</script>`,
    "</body></html>",
  ].join("\n")}\n`;
};

function totals({ report }: Printout): string {
  const counts = countOf(report.findings);
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity));
  const files = plural(filesOf(report.workspace).size, "file");
  return `${found.length > 0 ? found.join(", ") : "no findings"} in ${files}`;
}

function filters({ report: { findings, ownerOf } }: Printout): string {
  const nodes = new Set(findings.flatMap((finding) => nodesIn(finding, ownerOf)));
  const rules = new Set(findings.map(({ rule }) => rule));
  const options = (values: Iterable<string>, every: string): string =>
    `<option value="*">${every}</option>${[...values]
      .sort()
      .map(
        (value) => `${opening("option", { value })}>${escaped(value === "" ? "(no node)" : value)}</option>`,
      )
      .join("")}`;
  return [
    "<form>",
    ...severities.map(
      (value) =>
        `<label>${opening("input", { type: "checkbox", value, checked: "checked" })}/> ${value}</label>`,
    ),
    `<label>node <select name="node">${options(nodes, "all")}</select></label>`,
    `<label>rule <select name="rule">${options(rules, "all")}</select></label>`,
    '<label>words <input type="search" name="words"/></label>',
    "<output></output></form>",
  ].join("\n");
}

/** Nodes that a finding names: its own and those of the other places. */
const nodesIn = ({ at, related }: Finding, ownerOf: Printout["report"]["ownerOf"]): string[] => [
  ...new Set([at, ...related.map((place) => place.at)].map(({ source }) => ownerOf(source).node)),
];

function article(finding: Finding, { report: { ownerOf }, pathOf }: Printout): string {
  const { rule, severity, message, at, related, fix } = finding;
  const attributes = {
    class: severity,
    "data-severity": severity,
    "data-rule": rule,
    "data-nodes": JSON.stringify(nodesIn(finding, ownerOf)),
  };
  return [
    `${opening("article", attributes)}>`,
    `<p><b class="${severity}">${severity}</b> ${escaped(message)}</p>`,
    place(at, "", pathOf),
    ...related.map((other) => place(other.at, other.message, pathOf)),
    `<p class="dim"><code>${escaped(rule)}</code>${fix ? ` · fix: ${escaped(fix.title)}` : ""}</p>`,
    "</article>",
  ].join("\n");
}

function place(at: Span, message: string, pathOf: Printout["pathOf"]): string {
  const path = pathOf(at.source);
  if (at.source.text === "") return `<pre><code>${escaped(path)}</code> ${escaped(message)}</pre>`;
  const { line, column, text, before, width } = frameOf(at);
  const gutter = " ".repeat(String(line).length);
  return `<pre><code>${escaped(`${path}:${line}:${column}`)}</code>
${line}│ ${escaped(text)}
${gutter}│ ${" ".repeat(before)}${"^".repeat(width)} ${escaped(message)}</pre>`;
}
