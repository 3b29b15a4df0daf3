import { describe, expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lintText } from "../support/cluster.ts";
import cases from "./keepalived-verdicts.json" with { type: "json" };

/** Small files with what keepalived -t, 2.2.7 or `version`, said of each (shared/oracles/keepalived.py, its machine made to fit). */
describe("verdicts of keepalived", () => {
  const all: readonly { name: string; verdict: string; text: string; version?: string }[] = cases;
  test.each(all)("$name: $verdict", ({ verdict, text, version = "2.2.7" }) => {
    const findings = lintText(keepalived, text, { keepalived: version });
    const said = new Set(findings.map(({ daemon }) => daemon));
    const ours = said.has("rejects") ? "reject" : said.has("warns") ? "warn" : "accept";
    expect({ ours, findings: findings.map(({ rule, message }) => `${rule}: ${message}`) }).toMatchObject({
      ours: verdict,
    });
  });
});
