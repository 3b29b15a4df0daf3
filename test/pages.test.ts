import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { edited, lintFiles } from "./support/cluster.ts";
import { daemonText, draw, filesOf, readPage } from "./support/page.ts";

const pageOf = (id: string): string => readFileSync(new URL(`../rules/${id}.md`, import.meta.url), "utf8");

describe.each(rules.map((rule) => ({ rule, id: rule.id })))("$id", ({ rule }) => {
  const page = readPage(pageOf(rule.id));
  const options = page.options === undefined ? {} : { [rule.id]: page.options };

  test("the page says what the rule says", () => {
    expect(page.title).toBe(rule.id);
    expect(page.summary).toBe(`${rule.summary}.`);
    expect(page.daemon).toBe(daemonText(rule.daemon));
    expect(page.wrong.length).toBeGreaterThan(0);
    expect(page.right.length).toBeGreaterThan(0);
  });

  test.each(page.wrong.map((examples, i) => ({ examples, i })))("wrong example $i", ({ examples }) => {
    const expected = examples.map(({ path, drawn }) => `${path}\n${drawn}`).join("\n");
    const got = draw(examples, rule.id, page.targets, options);
    expect(got.map(({ path, drawn }) => `${path}\n${drawn}`).join("\n")).toBe(expected);
    expect(lintFiles(filesOf(examples), page.targets, options).map((finding) => finding.rule)).toContain(
      rule.id,
    );
  });

  test.each(page.right.map((examples, i) => ({ examples, i })))(
    "right example $i is silent",
    ({ examples }) => {
      const findings = lintFiles(filesOf(examples), page.targets, options);
      expect(findings.map(({ rule, at, message }) => `${at.source.path}: ${rule}: ${message}`)).toEqual([]);
    },
  );

  test.each(page.fixed.map((examples, i) => ({ examples, i })))("fixed example $i", ({ examples, i }) => {
    const before = filesOf(page.wrong[i]!);
    const edits = lintFiles(before, page.targets, options).flatMap(({ fix }) => (fix?.safe ? fix.edits : []));
    const after = edited(before, edits);
    for (const { path, text } of examples) expect(after[path]).toBe(text);
  });
});
