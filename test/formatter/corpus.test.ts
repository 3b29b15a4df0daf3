import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isFormattable } from "../../formatter/format.ts";
import { formats } from "../../parsers/index.ts";
import { classifier } from "../../workspace/classify.ts";
import { readPage } from "../support/page.ts";
import { changes } from "./kept.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const corpus = join(root, "../shared/corpus");
const ours = formats.filter(isFormattable);

interface Text {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();

/** The examples of all rule pages, wrong and right, and the examples for newcomers. */
function ownTexts(): Text[] {
  const { byPath, byName } = classifier(formats);
  const pages = below(join(root, "rules")).filter((path) => path.endsWith(".md"));
  const files = [
    ...pages.flatMap((path) => {
      const { wrong, right, fixed } = readPage(readFileSync(path, "utf8"));
      return [wrong, right, fixed]
        .flat(2)
        .map((example) => ({ name: `${path} ${example.path}`, ...example }));
    }),
    ...below(join(root, "examples")).map((path) => ({ name: path, path, text: readFileSync(path, "utf8") })),
  ];
  return files.flatMap(({ name, path, text }) => {
    const inside = path.startsWith("/") ? path : `/${path}`;
    const format = byPath(inside)?.format ?? byName(inside)[0];
    return format && ours.includes(format) ? [{ id: format.id, name, text }] : [];
  });
}

const options = [{}, { align: true, indent: "\t" }] as const;

/** The texts in which formatting changes more than white space, and how many it changes at all. */
function judged(texts: readonly Text[]): { wrong: string[]; changed: number } {
  let changed = 0;
  const wrong = texts.flatMap(({ id, name, text }) =>
    options.flatMap((how) => {
      const found = changes(ours.find((format) => format.id === id)!, text, how);
      if (found.changed) changed++;
      return found.problems.map((problem) => `${name} ${JSON.stringify(how)}: ${problem}`);
    }),
  );
  return { wrong, changed };
}

test("every sixth example of rule pages and examples/ keeps its words, comments and findings", () => {
  const { wrong, changed } = judged(ownTexts().filter((_, i) => i % 6 === 0));
  expect(wrong).toEqual([]);
  expect(changed).toBeGreaterThan(100);
});

test.skipIf(!existsSync(corpus))("every twentieth file of ../shared/corpus does too", () => {
  const texts = ours.flatMap(({ id }) =>
    below(join(corpus, id))
      .filter((path, i) => i % 20 === 0 && statSync(path).size < 40_000)
      .map((path) => ({ id, name: path, text: readFileSync(path, "utf8") })),
  );
  const { wrong, changed } = judged(texts);
  expect(wrong).toEqual([]);
  expect(changed).toBeGreaterThan(100);
});
