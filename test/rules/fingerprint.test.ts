import { describe, expect, test } from "vitest";
import { sourceOf, span } from "../../parsers/core/source.ts";
import { fingerprintsOf, fnv1a } from "../../rules/fingerprint.ts";
import type { Finding } from "../../rules/rule.ts";

test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
  ["ä名😀", fnvSlow("ä名😀")],
])("FNV-1a of %j", (text, hash) => expect(fnv1a(text)).toBe(hash));

function fnvSlow(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

/** Findings of one rule at every place of a word. */
function at(text: string, word: string, more: Partial<Finding> = {}, path = "x.conf"): Finding[] {
  const source = sourceOf(path, text);
  return [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
    rule: "room/problem",
    severity: "error",
    message: "wrong",
    at: span(source, index, index + word.length),
    related: [],
    daemon: "silent",
    ...more,
  }));
}

const prints = (findings: readonly Finding[], node = "n"): string[] => [
  ...fingerprintsOf(findings, ({ path }) => ({ node, path })).values(),
];
const text = "a {\n  word 1\n  other\n}\n";
const [before = ""] = prints(at(text, "word"));

describe("a fingerprint stays", () => {
  test.each([
    ["with lines above", `# new\n\n${text}`],
    ["with lines below", `${text}word2\n`.replace("word2", "more")],
    ["with other words elsewhere", text.replace("other", "another")],
    ["with another indentation", text.replace("  word 1", "\tword  1 ")],
    ["with CRLF", text.replaceAll("\n", "\r\n")],
  ])("%s", (_, changed) => expect(prints(at(changed, "word"))).toEqual([before]));

  test("with a better message, another severity, a fix", () => {
    expect(prints(at(text, "word", { message: "different", severity: "info" }))).toEqual([before]);
  });

  test("when a secret of its line changes, which it does not depend on", () => {
    const [one] = prints(at("  auth_pass hunter2xyzzy\n", "auth_pass"));
    expect(prints(at("  auth_pass correcthorse\n", "auth_pass"))).toEqual([one]);
    expect(prints(at("  auth_type hunter2xyzzy\n", "auth_type"))).not.toEqual([one]);
  });
});

describe("a fingerprint changes", () => {
  test.each([
    ["with its line", at(text.replace("word 1", "word 2"), "word"), "n"],
    ["with the rule", at(text, "word", { rule: "room/other" }), "n"],
    ["with the file", at(text, "word", {}, "y.conf"), "n"],
    ["with the node", at(text, "word"), "m"],
  ])("%s", (_, findings, node) => expect(prints(findings, node)).not.toEqual([before]));

  test("between equal findings, which are told apart by their order", () => {
    const three = prints(at("word\nword\nword\n", "word"));
    expect(new Set(three).size).toBe(3);
    expect(prints(at("word\n\n\nword\n", "word"))).toEqual(three.slice(0, 2));
  });
});
