import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Span, sourceOf } from "../parsers/core/source.ts";
import { type Block, type Statement, type Tree, walk } from "../parsers/core/tree.ts";
import { formats } from "../parsers/index.ts";
import { lintText } from "./support/cluster.ts";
import { signs, values } from "./support/pieces.ts";

/** Text that resembles configuration: words, braces, quotes, line ends, and now and then anything at all. */
const configuration = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...words) },
        { weight: 4, arbitrary: fc.constantFrom(...signs, ...values) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join(""));

describe.each(formats.map((format) => ({ format, id: format.id })))("$id", ({ format }) => {
  const words = Object.values(format.schema.places).flatMap(({ keywords = {} }) => Object.keys(keywords));
  const texts = configuration(words.length > 0 ? words : ["word"]);

  test("any text gives a tree with every word where it stands, and nothing but white space left out", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = format.parse(sourceOf("any", text));
        expect(uncovered(tree, text)).toBe("");
      }),
      { seed: 20, numRuns: 400 },
    );
  });

  test("any text can be read, modelled and judged", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { at } of lintText(format, text)) {
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeGreaterThanOrEqual(at.start);
          expect(at.end).toBeLessThanOrEqual(at.source.text.length);
        }
      }),
      { seed: 21, numRuns: 400 },
    );
  });
});

/** What is in the text and in no word, brace, comment or mistake, without white space and punctuation of the syntax. */
function uncovered({ statements, comments, mistakes }: Tree, text: string): string {
  const units = text.split("");
  const hide = ({ start, end }: Span): void => {
    for (let i = start; i < end; i++) units[i] = " ";
  };
  for (const statement of walk(statements)) {
    for (const span of spans(statement)) hide(span);
  }
  for (const { at } of [...comments, ...mistakes]) hide(at);
  return units.join("").replace(/[\s;:=,\\\ufeff\u00a0]+/g, "");
}

const spans = ({ prefix, keyword, args, block }: Statement): Span[] => [
  ...(prefix ? [prefix.at] : []),
  keyword.at,
  ...args.map(({ at }) => at),
  ...(block ? braces(block) : []),
];
const braces = ({ open, close }: Block): Span[] => (close ? [open, close] : [open]);
