import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../cli/plain.ts";
import { compact } from "../../cli/reporters/compact.ts";
import { pretty } from "../../cli/reporters/pretty.ts";
import { stringify } from "../../cli/stringify.ts";
import { sourceOf, span } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";

const colors = picocolors.createColors(false);

/** A finding at a word of a text. */
function at(text: string, word: string, more: Partial<Finding> = {}, path = "n/etc/x.conf"): Finding {
  const start = text.indexOf(word);
  const source = sourceOf(path, text);
  return {
    rule: "room/problem",
    severity: "error",
    message: "something is wrong",
    at: span(source, start, start + word.length),
    related: [],
    daemon: "silent",
    ...more,
  };
}

const drawn = (finding: Finding, columns?: number): string[] =>
  pretty([finding], colors, columns === undefined ? {} : { columns })
    .trimEnd()
    .split("\n");
/** The line of the text and the carets below it. */
const frame = (text: string, word: string, columns?: number): string[] =>
  drawn(at(text, word), columns)
    .slice(2, 4)
    .map((line) => line.slice(4));

describe("a finding looks", () => {
  test("as designed: places, lines, carets, the rule and the way out", () => {
    const zerg = `${"\n".repeat(32)}    advert_int 1\n`;
    const supermente = sourceOf(
      "supermente/etc/keepalived/keepalived.conf",
      `${"\n".repeat(98)}    advert_int 3\n`,
    );
    const three = supermente.text.indexOf("3");
    const finding = at(
      zerg,
      "1",
      {
        rule: "cluster/advert-int-mismatch",
        message:
          "advert_int 1 here, 3 on supermente: each router drops the other's adverts and both become master",
        related: [
          { at: span(supermente, three, three + 1), message: "the other router of virtual_router_id 51" },
        ],
        fix: { title: "set both to 1", safe: false, edits: [] },
      },
      "zerg/etc/keepalived/keepalived.conf",
    );
    expect(pretty([finding], colors)).toBe(`\
error  advert_int 1 here, 3 on supermente: each router drops the other's adverts and both become master
  ┌─ zerg/etc/keepalived/keepalived.conf:33:16
33│     advert_int 1
  │                ^
  ├─ supermente/etc/keepalived/keepalived.conf:99:16
99│     advert_int 3
  │                ^ the other router of virtual_router_id 51
  └─ cluster/advert-int-mismatch · fix: set both to 1

`);
  });

  test("the same with wide line numbers, all bars in one column", () => {
    const lines = drawn(at(`${"\n".repeat(12344)}word`, "word"));
    expect(lines.slice(1)).toEqual([
      "     ┌─ n/etc/x.conf:12345:1",
      "12345│ word",
      "     │ ^^^^",
      "     └─ room/problem",
    ]);
  });

  test("without a frame where there is no text", () => {
    expect(drawn(at("", "", { rule: "file/missing", message: "no such file or folder" }, "x"))).toEqual([
      "error  no such file or folder",
      "  ┌─ x",
      "  └─ file/missing",
    ]);
  });
});

describe("carets stand under the range", () => {
  test.each([
    ["after tabs", "\t\tword x", "word", ["        word x", "        ^^^^"]],
    ["under tabs", "a\tb", "\t", ["a    b", " ^^^^"]],
    ["after wide characters", "名前 word", "word", ["名前 word", "     ^^^^"]],
    ["under wide characters", "x 名前 y", "名前", ["x 名前 y", "  ^^^^"]],
    ["after marks that take no column", "e\u0301\u0301 word", "word", ["e\u0301\u0301 word", "  ^^^^"]],
    ["after emoji outside the basic plane", "😀 word", "word", ["😀 word", "   ^^^^"]],
    ["under a control character", "a\u001bb", "\u001b", ["a␛b", " ^"]],
    ["after a direction override", "\u202eabc", "abc", ["<U+202E>abc", "        ^^^"]],
    ["after a byte order mark", "\ufeffabc", "abc", ["<U+FEFF>abc", "        ^^^"]],
    ["at the first line of a longer range", "{ a\n b\n}", "{ a\n b\n}", ["{ a", "^^^"]],
    ["of an empty range", "ab", "", ["ab", "^"]],
    ["with CRLF", "a word\r\nb", "word", ["a word", "  ^^^^"]],
  ])("%s", (_, text, word, expected) => expect(frame(text, word)).toEqual(expected));

  test("in a line of a megabyte, cut around it", () => {
    const text = `${"a".repeat(500_000)} word ${"b".repeat(500_000)}`;
    const [line = "", carets = ""] = frame(text, "word", 100);
    expect(line).toMatch(/^…a+ word b+…$/);
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line.indexOf("word")).toBe(carets.indexOf("^"));
    expect(carets.trim()).toBe("^^^^");
  });

  test("of a range that is longer than the line may be", () => {
    const [line = "", carets = ""] = frame(`x ${"名".repeat(1000)}`, "名".repeat(1000), 80);
    expect(textWidth(line)).toBeLessThanOrEqual(82);
    expect(textWidth(carets)).toBeLessThanOrEqual(textWidth(line));
  });

  test("anywhere: carets never stand outside the line", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.nat(300),
        fc.nat(20),
        (text, start, length) => {
          const source = sourceOf("x", `${text}.`);
          const from = Math.min(start, text.length);
          const finding = { ...at("x", "x"), at: span(source, from, Math.min(from + length, text.length)) };
          const [line = "", carets = ""] = drawn(finding, 60)
            .slice(2, 4)
            .map((row) => row.slice(row.indexOf("│") + 2));
          expect(textWidth(carets)).toBeLessThanOrEqual(Math.max(1, textWidth(line)) + 4);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("nothing from a file reaches the terminal as a command", () => {
  const harmful = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
  const hostile = fc.string({ unit: "binary", maxLength: 60 });

  test("in no printer, whatever stands in text, message, path and title", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, message, path) => {
        const finding = at(
          `a${text}`,
          "a",
          {
            message,
            related: [{ at: span(sourceOf(path, text), 0, 1), message }],
            fix: { title: message, safe: true, edits: [] },
          },
          path,
        );
        expect(pretty([finding], colors)).not.toMatch(harmful);
        expect(compact([finding])).not.toMatch(harmful);
        expect(stringify({ path, message, text })).not.toMatch(harmful);
        expect(JSON.parse(stringify({ path, message }))).toEqual({ path, message });
      }),
      { numRuns: 1000 },
    );
  });

  test("and one finding is one line of compact output", () => {
    const finding = at("x", "x", { message: "a\nb\r\n::stop-commands::x" }, "a\nb");
    expect(compact([finding])).toBe("a␊b:1:1: error: a␊b␍␊::stop-commands::x [room/problem]\n");
  });
});
