import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { type Statement, walk } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";

const parse = (text: string) => drbd.parse(sourceOf("/etc/drbd.conf", text));
const mistakes = (text: string): string[] =>
  parse(text).mistakes.map(({ rule, at }) => `${rule} ${textOf(at)}`);
const words = ({ keyword, args }: Statement): string[] => [keyword, ...args].map(({ value }) => value);
const statements = (text: string): string[][] => [...walk(parse(text).statements)].map(words);

const whole = `resource r0 {
  device /dev/drbd1;
  disk /dev/vg0/r0;
  meta-disk internal;
  net {
    protocol C;
    allow-two-primaries;
    timeout 60;
  }
  on protoss {
    address 10.0.0.2:7789;
    node-id 0;
  }
  on terran {
    address ipv6 [fd00::3]:7789;
    node-id 1;
  }
  connection-mesh {
    hosts protoss terran;
  }
}
`;

describe("words", () => {
  test("quotes come off and escapes are resolved", () => {
    expect(statements('handlers { a "x \\"y\\" \\\\ z"; }')[1]).toEqual(["a", 'x "y" \\ z']);
  });

  test("# begins a comment anywhere outside quotes", () => {
    expect(statements('net { timeout 60;# 70;\n cram-hmac-alg "a#b"; }').slice(1)).toEqual([
      ["timeout", "60"],
      ["cram-hmac-alg", "a#b"],
    ]);
  });

  test("a template's value is a hole, its tags are comments", () => {
    const tree = parse("resource {{ name }} {\n{% if x %}\n  protocol {{ p }};\n}\n");
    expect(tree.mistakes).toEqual([]);
    expect(tree.statements[0]?.args[0]?.hole).toBe(true);
    expect(tree.comments.map(({ at }) => textOf(at))).toEqual(["{% if x %}"]);
  });

  test.each([
    ["\ufeffcommon {\n}\n", "drbd/byte-order-mark \ufeff"],
    ["common {\n  net { shared-secret a!b; }\n}\n", "drbd/foreign-character !"],
    ["resource <name> {\n}\n", "drbd/foreign-character <"],
    [`resource ${"x".repeat(129)} {\n}\n`, `drbd/long-word ${"x".repeat(129)}`],
    ['common { net { shared-secret "abc; }\n}\n', 'syntax/unclosed-quote "abc; }'],
  ])("%j is told", (text, mistake) => {
    expect(mistakes(text)).toContain(mistake);
  });

  test("128 plain and 255 quoted characters are not too long", () => {
    expect(mistakes(`resource ${"x".repeat(128)} {\n  handlers { a "${"y".repeat(255)}"; }\n}\n`)).toEqual(
      [],
    );
  });

  test("a quote that was wrapped is one word, joined", () => {
    const text = 'common { handlers { split-brain "/usr/lib/no-\n   tify.sh";\n fence-peer "/b"; } }\n';
    expect(mistakes(text)).toEqual(['drbd/quote-newline "/usr/lib/no-\n   tify.sh"']);
    expect(statements(text).slice(2)).toEqual([
      ["split-brain", "/usr/lib/no-tify.sh"],
      ["fence-peer", "/b"],
    ]);
  });

  test("a quote without end costs its line alone", () => {
    const text = 'common {\n  handlers {\n    split-brain "/a;\n    fence-peer "/b";\n  }\n}\n';
    expect(mistakes(text)).toEqual(['syntax/unclosed-quote "/a']);
    expect(statements(text).at(-1)).toEqual(["fence-peer", "/b"]);
  });
});

describe("what is missing is told once, where it is missing", () => {
  test("the whole file has no mistake", () => {
    expect(mistakes(whole)).toEqual([]);
  });

  test("any one semicolon, without a cascade", () => {
    const places = [...whole.matchAll(/;/g)].map(({ index }) => index);
    for (const at of places) {
      const text = whole.slice(0, at) + whole.slice(at + 1);
      const line = whole.slice(whole.lastIndexOf("\n", at) + 1, at).trim();
      expect(mistakes(text)).toEqual([`drbd/missing-semicolon ${line}`]);
      expect(statements(text)).toEqual(statements(whole));
    }
  });

  test("any one opening brace of a section, without a cascade", () => {
    const places = [...whole.matchAll(/ \{/g)].map(({ index }) => index);
    for (const at of places) {
      const text = whole.slice(0, at) + whole.slice(at + 2);
      expect(mistakes(text)).toHaveLength(1);
      expect(mistakes(text)[0]).toMatch(/^drbd\/missing-brace /);
      expect(statements(text)).toEqual(statements(whole));
    }
  });

  test("the closing brace of a host before the next host", () => {
    const text = whole.replace("    node-id 0;\n  }\n", "    node-id 0;\n");
    expect(mistakes(text)).toEqual(["syntax/missing-brace {"]);
    expect(statements(text)).toEqual(statements(whole));
  });

  test("the end of the file closes a resource, as drbdadm does", () => {
    const open = parse(whole.trimEnd().slice(0, -1)).mistakes;
    expect(open.map(({ rule, verdict }) => [rule, verdict])).toEqual([["syntax/missing-brace", "silent"]]);
    const inner = parse(whole.trimEnd().slice(0, -5)).mistakes;
    expect(inner.some(({ verdict }) => verdict === undefined)).toBe(true);
  });

  test.each([
    ["common { net { protocol C;; } }", ["drbd/stray-semicolon ;"]],
    ["common { net { } };", ["drbd/stray-semicolon ;"]],
    ["common { net { protocol C } }", ["drbd/missing-semicolon protocol C"]],
    ["common { net { protocol C timeout 60; } }", ["drbd/missing-semicolon protocol C"]],
    ["common { } }", ["syntax/stray-brace }"]],
    ["// note\ncommon { }\n", ["drbd/comment-style // note"]],
    ["/* a { b\n c */ common { }\n", ["drbd/comment-style /* a { b\n c */"]],
  ])("%j", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  test("nothing is told of what stands in skip", () => {
    expect(mistakes('skip resource x { foo;;; { } <> "a\n } common { }\n')).toEqual([]);
    expect(mistakes("skip {\n  // a\n  protocol C\n  { }\n}\n")).toEqual([]);
  });

  test("become-primary-on takes every word up to its semicolon", () => {
    expect(mistakes("common { startup { become-primary-on a+b c; wfc-timeout 5; } }")).toEqual([]);
  });
});

test("one wrong character in a good file costs few statements", () => {
  const all = [...walk(parse(whole).statements)].length;
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.constantFrom(";", "!", "\n", '"', "/"), (at, slip) => {
      const text = whole.slice(0, at) + slip + whole.slice(at);
      expect([...walk(parse(text).statements)].length).toBeGreaterThanOrEqual(all - 4);
    }),
    { seed: 7, numRuns: 300 },
  );
});
