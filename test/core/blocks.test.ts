import { describe, expect, test } from "vitest";
import { cutter, gatheredFrom } from "../../parsers/core/blocks.ts";
import { below, randomOf } from "../lsp/model/edits.ts";

interface One {
  readonly name: number;
}

const ones = (count: number, from = 0): One[] =>
  Array.from({ length: count }, (_, i) => ({ name: from + i }));

describe("a list in blocks", () => {
  test("holds what it held, whatever is put in and taken out", () => {
    const random = randomOf(7);
    const cut = cutter<One>();
    let list = ones(2000);
    for (let i = 0; i < 300; i++) {
      const at = below(random, list.length + 1);
      list = [...list.slice(0, at), ...ones(below(random, 3), -i), ...list.slice(at + below(random, 3))];
      const before = cut(list);
      expect(before.flat()).toEqual(list);
      expect(before.every(({ length }) => length > 0)).toBe(true);
    }
  });

  test.each([0, 1, 999, 1998, 1999])("keeps all blocks but the one that changed, at %i", (at) => {
    const cut = cutter<One>();
    const list = ones(2000);
    const before = cut(list);
    const after = cut(list.with(at, { name: -1 }));
    expect(before.filter((block) => !after.includes(block))).toHaveLength(1);
  });

  test("keeps them when a short list begins with the same", () => {
    const cut = cutter<One>();
    const list = ones(2000);
    const before = cut(list);
    cut(list.slice(0, 3));
    expect(cut([...list])).toEqual(before);
    expect(cut([...list])[5]).toBe(before[5]);
  });

  test("what is found in a block is found once", () => {
    const cut = cutter<One>();
    const asked: number[] = [];
    const odd = gatheredFrom(({ name }: One) => {
      asked.push(name);
      return name % 2 === 1 ? [name] : [];
    });
    const list = ones(1000);
    expect(odd(cut(list))).toHaveLength(500);
    asked.length = 0;
    expect(odd(cut(list.with(500, { name: 501 })))).toHaveLength(501);
    expect(asked.length).toBeLessThan(200);
  });
});
