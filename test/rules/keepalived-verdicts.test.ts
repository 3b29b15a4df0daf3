import { describe, expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lintText } from "../support/cluster.ts";
import cases from "./keepalived-verdicts.json" with { type: "json" };

/** Small files with what keepalived 2.2.7 -t said of each (shared/oracles/keepalived.py, its machine made to fit). */
describe("verdicts of keepalived 2.2.7", () => {
  test.each(cases)("$name: $verdict", ({ verdict, text }) => {
    const findings = lintText(keepalived, text, { keepalived: "2.2.7" });
    const said = new Set(findings.map(({ daemon }) => daemon));
    const ours = said.has("rejects") ? "reject" : said.has("warns") ? "warn" : "accept";
    expect({ ours, findings: findings.map(({ rule, message }) => `${rule}: ${message}`) }).toMatchObject({
      ours: verdict,
    });
  });
});
