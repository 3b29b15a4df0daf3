import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../../../cli/plain.ts";
import { checkstyle } from "../../../cli/reporters/checkstyle.ts";
import { compact } from "../../../cli/reporters/compact.ts";
import { github } from "../../../cli/reporters/github.ts";
import { gitlab } from "../../../cli/reporters/gitlab.ts";
import { html } from "../../../cli/reporters/html.ts";
import { json } from "../../../cli/reporters/json.ts";
import { jsonl } from "../../../cli/reporters/jsonl.ts";
import { junit } from "../../../cli/reporters/junit.ts";
import { rdjson } from "../../../cli/reporters/rdjson.ts";
import { sarif } from "../../../cli/reporters/sarif.ts";
import { sourceOf, span } from "../../../parsers/core/source.ts";
import { findingWith, hostile, printoutOf } from "./printout.ts";
import {
  readFinding,
  readGithub,
  readGitlab,
  readRdjson,
  readReport,
  readSarif,
  xmlErrors,
} from "./strict.ts";

const error = new Error('rule broke: "]]>" <x> ::error::');
const faults = [{ rule: "room/broken", error }];
/** Every hostile text as path, line, message and fix; each severity; one without text; the same one twice. */
const findings = [
  ...hostile.map((text, i) =>
    findingWith(`dir/${text.replaceAll("/", "_").replaceAll("\0", "")}.conf`, text, {
      severity: (["error", "warning", "info"] as const)[i % 3]!,
    }),
  ),
  findingWith("same.conf", "same"),
  findingWith("same.conf", "same"),
  findingWith("/elsewhere/absolute path.conf", "x"),
  {
    rule: "file/missing",
    severity: "error" as const,
    message: "no such file",
    at: span(sourceOf("gone", ""), 0, 0),
    related: [],
    daemon: "silent" as const,
  },
];
const printout = printoutOf(findings, faults);
const empty = printoutOf([]);
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
const any = fc.string({ unit: "binary", maxLength: 40 });
const active = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;

describe("SARIF", () => {
  test("obeys the schema of OASIS, whatever a finding holds", () => {
    const { runs } = readSarif(sarif(printout));
    expect(runs[0].results.map(({ message }: { message: { text: string } }) => message.text)).toEqual(
      findings.map(({ message }) => wellFormed(message)),
    );
    expect(readSarif(sarif(empty)).runs[0].results).toEqual([]);
    fc.assert(
      fc.property(any, any, (path, text) => void readSarif(sarif(printoutOf([findingWith(path, text)])))),
      {
        numRuns: 200,
      },
    );
  });

  test("tells of rules with help, of places, of fixes and of what failed", () => {
    const [run] = readSarif(sarif(printoutOf([findingWith("a b/c.conf", "word")], faults))).runs;
    expect(run.tool.driver.rules).toEqual([
      {
        id: "room/problem",
        shortDescription: { text: "Something must be right." },
        fullDescription: { text: "Something must be right." },
        help: {
          text: expect.stringContaining("# room/problem"),
          markdown: expect.stringContaining("# room/"),
        },
        helpUri: "https://example.org/room/problem",
        defaultConfiguration: { level: "error" },
        properties: { tags: ["high-availability", "room"] },
      },
      { id: "room/broken" },
    ]);
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: `rule room/broken failed: ${error.message}` },
            associatedRule: { id: "room/broken", index: 1 },
          },
        ],
      },
    ]);
    const region = { startLine: 2, startColumn: 1, endLine: 2, endColumn: 5 };
    const artifactLocation = { uri: "a%20b/c.conf", uriBaseId: "%SRCROOT%" };
    expect(run.originalUriBaseIds).toEqual({ "%SRCROOT%": { uri: "file:///repo/" } });
    expect(run.results).toEqual([
      {
        ruleId: "room/problem",
        ruleIndex: 0,
        level: "error",
        message: { text: "word" },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: "a%20b/c.conf.other", uriBaseId: "%SRCROOT%" },
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
            },
            message: { text: "word" },
          },
        ],
        partialFingerprints: { "halint/v1": expect.stringMatching(/^[0-9a-f]{16}$/) },
        fixes: [
          {
            description: { text: "word" },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [
                  { deletedRegion: { ...region, endColumn: 2 }, insertedContent: { text: "word" } },
                  {
                    deletedRegion: { ...region, startColumn: 3, endColumn: 4 },
                    insertedContent: { text: "" },
                  },
                ],
              },
            ],
          },
        ],
        properties: { daemon: "rejects", node: "node of a b/c.conf", cluster: "a b/c.conf" },
      },
    ]);
  });
});

describe("GitHub's workflow commands", () => {
  test("are one a finding, and read back as they were meant", () => {
    const read = readGithub(github(printout));
    expect(read).toHaveLength(findings.length);
    findings.forEach(({ at, message, severity, related }, i) => {
      const { command, properties, message: said } = read[i]!;
      expect(command).toBe({ error: "error", warning: "warning", info: "notice" }[severity]);
      expect(properties.file).toBe(plain(at.source.path));
      expect(said.split("\n")).toEqual([
        ...message.split("\n").map(plain),
        ...related.flatMap((place) => `${place.at.source.path}:1: ${place.message}`.split("\n").map(plain)),
      ]);
    });
    fc.assert(
      fc.property(any, any, (path, text) => {
        const log = github(printoutOf([findingWith(path, text)]));
        expect(readGithub(log)).toHaveLength(1);
        expect(log).not.toMatch(active);
      }),
      { numRuns: 300 },
    );
  });

  test("look so", () => {
    expect(github(printoutOf([findingWith("a.conf", "word", { related: [] })]))).toBe(
      "::error title=room/problem,file=a.conf,line=2,endLine=2,col=1,endColumn=4::word\n",
    );
  });
});

describe("GitLab's Code Quality report", () => {
  test("has its fields, a fingerprint of its own for each finding", () => {
    const read = readGitlab(gitlab(printout));
    expect(read).toHaveLength(findings.length);
    expect(new Set(read.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(
      findings.length,
    );
    expect(readGitlab(gitlab(empty))).toEqual([]);
    expect(readGitlab(gitlab(printoutOf([findingWith("a.conf", "word")])))).toEqual([
      {
        description: "word",
        check_name: "room/problem",
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: "critical",
        location: { path: "a.conf", lines: { begin: 2, end: 2 } },
      },
    ]);
  });
});

describe("rdjson", () => {
  test("is read by a strict reader", () => {
    expect(readRdjson(rdjson(printout)).diagnostics).toHaveLength(findings.length);
    fc.assert(
      fc.property(any, any, (path, text) => void readRdjson(rdjson(printoutOf([findingWith(path, text)])))),
      { numRuns: 200 },
    );
  });

  test("counts columns in bytes, and makes the edits of a fix one suggestion", () => {
    const source = sourceOf("a.conf", "名 abc\n");
    const finding = findingWith("a.conf", "x", {
      at: span(source, 2, 3),
      related: [],
      fix: {
        title: "t",
        safe: false,
        edits: [
          { at: span(source, 2, 3), text: "A" },
          { at: span(source, 4, 5), text: "CC" },
        ],
      },
    });
    expect(readRdjson(rdjson(printoutOf([finding]))).diagnostics[0]).toEqual({
      message: "x",
      location: {
        path: "a.conf",
        range: { start: { line: 1, column: 5 }, end: { line: 1, column: 6 } },
      },
      severity: "ERROR",
      code: { value: "room/problem", url: "https://example.org/room/problem" },
      suggestions: [{ range: { start: { line: 1, column: 5 }, end: { line: 1, column: 8 } }, text: "AbCC" }],
    });
  });

  test("suggests nothing that would hold a secret or is another file's", () => {
    const source = sourceOf("a.conf", "a\nauth_pass hunter2xyzzy\nb\n");
    const other = sourceOf("b.conf", "c");
    const edits = (...places: [number, typeof source][]) => ({
      title: "t",
      safe: true,
      edits: places.map(([start, of]) => ({ at: span(of, start, start + 1), text: "z" })),
    });
    const suggested = (fix: ReturnType<typeof edits>) =>
      readRdjson(rdjson(printoutOf([findingWith("a.conf", "x", { at: span(source, 0, 1), fix })])))
        .diagnostics[0].suggestions;
    expect(suggested(edits([0, source], [25, source]))).toBeUndefined();
    expect(suggested(edits([0, source], [0, other]))).toBeUndefined();
    expect(suggested(edits([0, source]))).toHaveLength(1);
  });
});

describe("the XML of JUnit and Checkstyle", () => {
  test("obeys its schema, whatever a finding holds", async () => {
    for (const given of [printout, empty]) {
      expect(await xmlErrors(junit(given), "junit.xsd")).toEqual([]);
      expect(await xmlErrors(checkstyle(given), "checkstyle.xsd")).toEqual([]);
    }
    const random = fc.sample(fc.tuple(any, any), 300).map(([path, text]) => findingWith(path, text));
    expect(await xmlErrors(junit(printoutOf(random)), "junit.xsd")).toEqual([]);
    expect(await xmlErrors(checkstyle(printoutOf(random)), "checkstyle.xsd")).toEqual([]);
  });

  test("counts what it holds", () => {
    const xml = junit(printout);
    const count = (pattern: RegExp): number => [...xml.matchAll(pattern)].length;
    expect(xml).toContain(
      `<testsuites name="halint" tests="${count(/<testcase /g)}" failures="${findings.length}" errors="1" `,
    );
    expect(count(/<failure /g)).toBe(findings.length);
    expect([...checkstyle(printout).matchAll(/<error /g)]).toHaveLength(findings.length);
  });
});

/** The tags of a page, attributes without their values. */
const markup = (page: string): string =>
  page
    .replace(/(<(script|style)>).*?<\/\2>/gs, "$1")
    .replace(/="[^"]*"/g, "=")
    .replace(/>[^<]*/g, ">");
const elements = new Set(
  "html head meta title style body h1 h2 p b form label input select option output article pre code details summary script".split(
    " ",
  ),
);
const attributes = new Set(
  "xmlns lang charset http-equiv content name class type value checked data-severity data-rule data-nodes".split(
    " ",
  ),
);

describe("the HTML page", () => {
  test("is well-formed and holds no markup of a file", async () => {
    const page = html(printout);
    expect(await xmlErrors(page)).toEqual([]);
    expect([...page.matchAll(/<script>/g)]).toHaveLength(1);
    expect(new Set(markup(page).match(/(?<=<)\w+/g))).toEqual(elements);
    expect(new Set(markup(page).match(/[\w-]+(?==)/g))).toEqual(attributes);
    expect(page).not.toMatch(active);
    const random = fc.sample(fc.tuple(any, any), 200).map(([path, text]) => findingWith(path, text));
    expect(await xmlErrors(html(printoutOf(random)))).toEqual([]);
  });

  test("loads nothing from anywhere", () => {
    const page = html(printout);
    expect(page.replace(/<body>.*<script>/s, "")).not.toMatch(/\s(?:src|href)=|@import|url\(|fetch|import/);
    expect(page).toContain("default-src 'none'".replaceAll("'", "&#39;"));
  });
});

describe("halint's own JSON", () => {
  test("obeys the published schema, whole or by lines", () => {
    const { findings: read } = readReport(json(printout));
    const lines = jsonl(printout).trimEnd().split("\n");
    expect(lines.map((line) => readFinding(line))).toEqual(read);
    expect(read).toHaveLength(findings.length);
    expect(jsonl(empty)).toBe("");
  });
});

test("the validators are strict: a broken report is refused", async () => {
  const broken = (text: string, from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  expect(() => readSarif(broken(sarif(printout), '"level": "error"', '"level": "fatal"'))).toThrow("enum");
  expect(() => readSarif(broken(sarif(printout), '"startLine": 2', '"startLine": 0'))).toThrow("minimum");
  expect(() => readGitlab(broken(gitlab(printout), '"check_name"', '"check"'))).toThrow("required");
  expect(() => readRdjson(broken(rdjson(printout), '"message"', '"messages"'))).toThrow("required");
  expect(() => readGithub("::error::x\nplain text\n")).toThrow("no command");
  expect(await xmlErrors(broken(junit(printout), "tests=", "test="), "junit.xsd")).not.toEqual([]);
  expect(await xmlErrors(broken(checkstyle(printout), "line=", "lines="), "checkstyle.xsd")).not.toEqual([]);
  expect(await xmlErrors(broken(html(printout), "</article>", ""))).not.toEqual([]);
  expect(compact(findings)).not.toMatch(active);
});
