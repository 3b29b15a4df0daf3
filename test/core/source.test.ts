import { describe, expect, test } from "vitest";
import { editedSource, editOf, linesOf, sourceOf } from "../../parsers/core/source.ts";
import { below, oneOf, randomOf } from "../lsp/model/edits.ts";

const path = "a";
const texts = ["a", "bc", "\n", "\r", "\r\n", "\n\n", "x\ny", ""];

describe("the lines of an edited text", () => {
  test.each([1, 2, 3, 4, 5])("are those of the new text, seed %i", (seed) => {
    const random = randomOf(seed);
    let source = editedSource(path, "one\r\ntwo\rthree\n\nfour");
    for (let i = 0; i < 400; i++) {
      linesOf(source);
      const { text } = source;
      const start = below(random, text.length + 1);
      const end = Math.min(text.length, start + below(random, 4));
      const next = text.slice(0, start) + oneOf(random, texts) + oneOf(random, texts) + text.slice(end);
      source = editedSource(path, next, source);
      expect(linesOf(source), JSON.stringify([text, next])).toEqual(linesOf(sourceOf(path, next)));
    }
  });
});

describe("an edit", () => {
  test("is what differs", () => {
    const before = editedSource(path, "one two three");
    const { start, rest } = editOf(editedSource(path, "one three", before))!;
    expect([start, rest]).toEqual([5, 4]);
  });

  test("is forgotten with the next one, so that earlier texts are not kept", () => {
    const first = editedSource(path, "a");
    const second = editedSource(path, "ab", first);
    expect(editOf(second)?.before).toBe(first);
    editedSource(path, "abc", second);
    expect(editOf(second)).toBeUndefined();
  });
});
