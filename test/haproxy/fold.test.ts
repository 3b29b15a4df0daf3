import { describe, expect, test } from "vitest";
import { compareVersions } from "../../parsers/core/schema.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { decided } from "../../parsers/haproxy/directives.ts";
import { parseHaproxy } from "../../parsers/haproxy/parse.ts";
import { haproxySchema } from "../../parsers/haproxy/schema.ts";
import { sizeOf, timeOf } from "../../parsers/haproxy/units.ts";

const read = (text: string, version?: string) =>
  parseHaproxy(sourceOf("haproxy.cfg", text), haproxySchema(), version);
const keywords = (text: string, version?: string): string[] =>
  read(text, version).statements.flatMap(({ keyword, block }) => [
    keyword.value,
    ...(block?.statements ?? []).map((one) => `  ${one.prefix ? "-" : ""}${one.keyword.value}`),
  ]);

describe("lines and sections", () => {
  test("words that are one keyword are joined, a parenthesis is the first argument", () => {
    const text =
      "frontend f\n option httplog\n no option dontlognull\n http-request set-var(txn.x) src\n no log\n";
    expect(keywords(text)).toEqual([
      "frontend",
      "  option httplog",
      "  -option dontlognull",
      "  http-request set-var",
      "  no log",
    ]);
    const [line] = read("backend b\n http-request set-var(txn.x) src\n").statements[0]!.block!.statements;
    expect(line!.args.map(({ value }) => value)).toEqual(["(txn.x)", "src"]);
  });

  test("arms that the release decides against are left out, the others stay", () => {
    const text =
      ".if version_atleast(3.1)\ntraces\n.else\nglobal\n.endif\nglobal\n .if feature(QUIC)\n quiet\n .endif\n";
    expect(keywords(text, "2.6.12")).not.toContain("traces");
    expect(keywords(text, "3.2")).toContain("traces");
    expect(keywords(text, "2.6.12")).toContain("  quiet");
    expect(keywords(text)).toContain("traces");
  });

  test.each([
    ["version_atleast(2.8)", "2.6.12", false],
    ["!version_atleast(2.8)", "2.6.12", true],
    ["version_before(3.0)", "2.6.12", true],
    ["1", undefined, true],
    ["defined(X)", "2.6.12", undefined],
  ] as const)("%s on %s", (condition, version, holds) => expect(decided(condition, version)).toBe(holds));

  test.each([
    ["global", "missing-final-newline"],
    ["\ufeffglobal\n", "byte-order-mark"],
    ["global\n quiet\0\n", "stray-nul"],
    [`backend b\n acl a src ${"x ".repeat(70)}\n`, "too-many-words"],
    [".if 1\n", "unbalanced-condition"],
    ['global\n log-tag "$"\n', "bad-escape"],
  ])("%j: haproxy/%s", (text, rule) =>
    expect(read(text).mistakes.map((mistake) => mistake.rule)).toContain(`haproxy/${rule}`),
  );
});

test.each([
  ["5", "ms", 5],
  ["30sec", "ms", 30_000],
  ["1m", "s", 60_000],
  ["500us", "ms", 0.5],
  ["5S", "ms", "unit"],
  ["1.5s", "ms", "unit"],
  ["abc", "ms", "number"],
  ["25d", "ms", "overflow"],
] as const)("time %s", (text, unit, value) => expect(timeOf(text, unit)).toBe(value));

test.each([
  ["16k", 16_384],
  ["3G", 3_221_225_472],
  ["5kb", "unit"],
  ["4g", "overflow"],
] as const)("size %s", (text, value) => expect(sizeOf(text)).toBe(value));

test("every keyword's own age lies in the releases of the table", () => {
  const late = Object.values(haproxySchema().places).flatMap(({ keywords: defs = {} }) =>
    Object.entries(defs).filter(
      ([, { since = "1.4", removed }]) => removed && compareVersions(since, removed) >= 0,
    ),
  );
  expect(late.map(([name]) => name)).toEqual([]);
});
