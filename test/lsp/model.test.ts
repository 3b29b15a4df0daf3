import { expect, test } from "vitest";
import { formats } from "../../parsers/index.ts";
import { live } from "./model/run.ts";
import { samples } from "./model/texts.ts";

test.each(["utf-16", "utf-8"] as const)(
  "after any changes a session and a server are what a fresh start is, in %s; `npm run model:lsp` asks for 10,000",
  async (encoding) => {
    const { difference, comparisons, findings } = await live({ edits: 200, seed: 1, encoding, each: 25 });
    expect(difference).toBeUndefined();
    expect(comparisons).toBe(8);
    expect(findings).toBeGreaterThan(500);
  },
);

test("every format has a file in it, with something written", () => {
  const all = samples();
  expect(all.map(({ format }) => format)).toEqual(formats.map(({ id }) => id));
  expect(
    all.filter(({ text, lines }) => text === "" || lines.length < 3).map(({ format }) => format),
  ).toEqual([]);
});
