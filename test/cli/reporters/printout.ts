import picocolors from "picocolors";
import type { About, Printout } from "../../../cli/reporters/reporter.ts";
import { sourceOf, span } from "../../../parsers/core/source.ts";
import { fingerprintsOf } from "../../../rules/fingerprint.ts";
import type { Finding } from "../../../rules/rule.ts";
import type { Report } from "../../../workspace/check.ts";

/** What a file, a name or a message may hold to break out of a format. */
export const hostile = [
  `"quotes" 'and' \`ticks\` \\ \\" \\u0022`,
  "::error file=x::injected",
  "a%0A::error::injected%25",
  "line\n::stop-commands::x\r\n##[error]x",
  "]]><![CDATA[ --> <!-- ?>",
  "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
  "&lt;&amp;&#60;&nosuch;",
  "\u202eright to left\u2066\u061c\u2028\u2029\ufeff",
  "\u001b[31mred\u001b]8;;http://x\u0007\u0000\u0008\u007f\u009b",
  "half \ud83d a character \udc00 \ufffe\uffff",
  "名前 😀 e\u0301",
  "%s %n ${x} {0} [link](http://x) *bold*",
  "a,b:c=d;e",
] as const;

/** A finding in a file whose path, text, message, other place and fix hold these. */
export function findingWith(path: string, text: string, more: Partial<Finding> = {}): Finding {
  const source = sourceOf(path, `first\n${text} last\n`);
  const other = sourceOf(`${path}.other`, text || "x");
  return {
    rule: "room/problem",
    severity: "error",
    message: text,
    at: span(source, 6, 6 + text.length),
    related: [{ at: span(other, 0, 1), message: text }],
    fix: {
      title: text,
      safe: true,
      edits: [
        { at: span(source, 6, 7), text },
        { at: span(source, 8, 9), text: "" },
      ],
    },
    daemon: "rejects",
    ...more,
  };
}

/** A run with these findings, each file of a node of its own, and a rule that failed. */
export function printoutOf(findings: readonly Finding[], faults: Report["faults"] = []): Printout {
  const whose = (path: string) => ({ node: `node of ${path}`, cluster: path });
  const report: Report = {
    findings,
    faults,
    workspace: { clusters: [], layout: [], problems: [], targets: {} },
    ownerOf: ({ path }) => whose(path),
  };
  const about: About = {
    severity: "error",
    summary: "Something must be right",
    page: `# room/problem\n\n${hostile.join("\n")}\n`,
    uri: "https://example.org/room/problem",
  };
  const prints = fingerprintsOf(findings, ({ path }) => ({ node: "n", path }));
  return {
    report,
    version: "1.2.3",
    fingerprintOf: (finding) => prints.get(finding) ?? "",
    about: new Map([["room/problem", about]]),
    pathOf: ({ path }) => path,
    fileOf: ({ path }) => `/repo/${path}`,
    root: "/repo",
    colors: picocolors.createColors(false),
    links: false,
  };
}
