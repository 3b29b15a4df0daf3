import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applied } from "../../formatter/edit.ts";
import { isFormattable } from "../../formatter/format.ts";
import { formatOnType, formatRange } from "../../formatter/range.ts";
import type { Format } from "../../parsers/core/format.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { formats } from "../../parsers/index.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";

test("a range's lines alone change", () => {
  const text = "vrrp_instance A {\npriority 1  \nadvert_int 1  \n}  \n";
  const tree = keepalived.parse(sourceOf("f", text));
  expect(applied(text, formatRange(tree, keepalived, { first: 2, last: 2 }))).toBe(
    "vrrp_instance A {\npriority 1  \n    advert_int 1\n}  \n",
  );
});

describe("on type", () => {
  const typed = (format: Format, marked: string): string => {
    const offset = marked.indexOf("‸");
    const text = marked.replace("‸", "");
    return applied(text, formatOnType(format.parse(sourceOf("f", text)), format, offset));
  };
  test.each<[string, Format, string, string]>([
    ["a line end behind a brace", keepalived, "a {\n    b {\n‸", "a {\n    b {\n        "],
    ["a line end behind a line", keepalived, "a {\n  b 1\n‸\n}\n", "a {\n  b 1\n  \n}\n"],
    ["a closing brace", keepalived, "a {\n    b {\n        }‸\n}\n", "a {\n    b {\n    }\n}\n"],
    ["a line end behind a closed block", keepalived, "a {\n}\n  ‸", "a {\n}\n"],
    ["a line end behind a header", haproxy, "frontend a\n‸", "frontend a\n    "],
    ["a line end in a section", haproxy, "frontend a\n  bind :80\n\n‸", "frontend a\n  bind :80\n\n  "],
    ["a header", haproxy, "frontend a\n  bind :80\n  backend b‸", "frontend a\n  bind :80\nbackend b"],
    ["a line behind an empty line of ocfs2", ocfs2, "node:\n\tname = a\n\n\t‸", "node:\n\tname = a\n\n"],
    ["a line behind a backslash", crmsh, "primitive p Dummy \\\n‸", "primitive p Dummy \\\n    "],
  ])("%s", (_, format, before, after) => expect(typed(format, before)).toBe(after));
});

test("any text, offset and range gives edits of white space", () => {
  const text = fc
    .array(fc.constantFrom(...'a|{|}|\n|\r\n| |\t|\\|"|#|[m]|backend b|node:'.split("|")))
    .map((all) => all.join(""));
  const format = fc.constantFrom(...formats.filter(isFormattable));
  fc.assert(
    fc.property(format, text, fc.nat(80), fc.nat(9), fc.nat(9), (one, given, offset, first, last) => {
      const tree = one.parse(sourceOf("f", given));
      const edits = [...formatOnType(tree, one, offset), ...formatRange(tree, one, { first, last })];
      for (const { at, text: put } of edits)
        expect(given.slice(at.start, at.end) + put).toMatch(/^[ \t\r\n]*$/);
    }),
  );
});
