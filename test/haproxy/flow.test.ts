import { expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { isAlways, isCovered, suitesOf } from "../../rules/haproxy/logic.ts";

/** The cases of each rule's condition in a frontend with the ACLs a, b and c. */
function conditions(...texts: readonly string[]) {
  const acls = ["a", "b", "c"].map((name) => `    acl ${name} path /${name}`);
  const rules = texts.map((text) => `    http-request deny ${text}`);
  const text = `${["frontend f", ...acls, ...rules].join("\n")}\n`;
  const [proxy] = haproxy.model(haproxy.parse(sourceOf("haproxy.cfg", text))).frontends;
  return proxy!.rules.map((rule) => suitesOf(rule, proxy!));
}

test.each([
  ["if a", "if a", true],
  ["if a b", "if a", true],
  ["if a", "if a b", false],
  ["if a or b", "if a", false],
  ["if a", "if a or b", true],
  ["if { path /a } b", "if a", true],
  ["unless a", "if !a", true],
  ["if !a !b", "unless a or b", true],
  ["unless a b", "if !a or !b", true],
  ["if b", "unless a", false],
  ["if a", "", true],
])("%s asks for no more than %s: %s", (narrow, wide, expected) => {
  const [first, second] = conditions(narrow, wide);
  expect(isCovered(first!, second!)).toBe(expected);
});

test("constants and contradictions", () => {
  const [always, never, contrary, dead, unknown] = conditions(
    "if TRUE",
    "if a FALSE",
    "if a !a",
    "if",
    "if { rand(2) 1 }",
  );
  expect(isAlways(always!)).toBe(true);
  expect([never, contrary, dead]).toEqual([[], [], []]);
  expect(unknown).toBeUndefined();
});
