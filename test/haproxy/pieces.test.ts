import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { newSession } from "../../lsp/session.ts";
import type { View } from "../../lsp/view.ts";
import type { Part } from "../../parsers/core/format.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { rules } from "../../rules/index.ts";
import type { Details, Document, DocumentRule, ModelRule, Report } from "../../rules/rule.ts";
import { hasShared, shared } from "../../scripts/measure/corpus.ts";
import { memoryDisk } from "../../workspace/memoryDisk.ts";
import { applied, below, oneOf, type Random, randomEdit, randomOf } from "../lsp/model/edits.ts";
import { readPage } from "../support/page.ts";

const room = fileURLToPath(new URL("../../rules/haproxy", import.meta.url));

/** Every example of the rules' pages: each makes some rule speak, or has what keeps it silent. */
const examples = readdirSync(room)
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) => {
    const page = readPage(readFileSync(`${room}/${name}`, "utf8"));
    return [...page.wrong, ...page.right].flat().filter(({ path }) => path.endsWith(".cfg"));
  })
  .map(({ text }) => text);

const bySection = rules.filter(
  (rule): rule is DocumentRule | ModelRule<unknown> =>
    rule.scope === "section" &&
    (rule.kind === "document" || (rule.kind === "model" && rule.format.id === haproxy.id)),
);

/** What one rule says of a file or of a part of it, as text. */
function told(rule: DocumentRule | ModelRule<unknown>, document: Document, within?: Range): string[] {
  const found: string[] = [];
  const report: Report = (at, message, details: Details = {}) => {
    if (!within || (at.start >= within.start && at.start < within.end))
      found.push(JSON.stringify([at, message, details]));
  };
  const context = { targets: {}, options: {} };
  if (rule.kind === "document") rule.check(document, report, context);
  else rule.check(document.model, report, { ...context, document });
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Rules that find other things when they are given the sections one by one. */
function differing(text: string): string[] {
  const tree = haproxy.parse(sourceOf("haproxy.cfg", text));
  const model = haproxy.model(tree);
  const document = {
    format: haproxy,
    tree,
    model,
    path: "/etc/haproxy/haproxy.cfg",
    root: true,
    whole: true,
  };
  const { blocks, only, rest } = haproxy.pieces!(tree, model);
  const of = (part: Part): Document => ({ ...document, ...part });
  return bySection
    .filter((rule) => {
      const parts = [
        ...told(rule, of(rest)),
        ...blocks.flat().flatMap((one) => told(rule, of(only([one])), one.at)),
      ];
      return [...new Set(parts)].sort().join("\n") !== [...new Set(told(rule, document))].sort().join("\n");
    })
    .map(({ id }) => id);
}

/** Several files one after another, some of them twice. */
const mixture = (random: Random, texts: readonly string[]): string =>
  Array.from({ length: 2 + below(random, 3) }, () => `${oneOf(random, texts)}\n`).join("");

describe("a rule of scope section finds in a section what it finds in the file", () => {
  test("there are such rules", () => expect(bySection.length).toBeGreaterThan(150));

  test.each(examples.map((text, i) => [i, text] as const))("example %i", (_, text) => {
    expect(differing(text)).toEqual([]);
  });

  test("examples together", () => {
    const random = randomOf(3);
    for (let i = 0; i < 300; i++) {
      const text = mixture(random, examples);
      expect(differing(text), text).toEqual([]);
    }
  });

  test.skipIf(!hasShared)("the one-mistake files together", () => {
    const random = randomOf(4);
    const folder = new URL("cases/haproxy/", shared);
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith(".cfg"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"));
    for (let i = 0; i < 100; i++) {
      const text = mixture(random, texts);
      expect(differing(text), text).toEqual([]);
    }
  });
});

describe("after any edit a session finds what a fresh one finds", () => {
  const path = "/ws/lb/etc/haproxy/haproxy.cfg";
  const scope = { cwd: "/ws", paths: ["/ws"] };
  const disk = memoryDisk();
  disk.put(path, new TextEncoder().encode("global\n"));
  const shown = ({ findings }: View): string => JSON.stringify(findings);

  const lines = examples.flatMap((text) => text.match(/[^\n]*\n/g) ?? []);

  /** Random edits of a file of so many examples. */
  async function edited(seed: number, from: readonly string[], files: number, edits: number): Promise<void> {
    const random = randomOf(seed);
    const first = Array.from({ length: files }, () => oneOf(random, from)).join("\n");
    const session = newSession(disk);
    let text = first;
    for (let i = 0; i < edits; i++) {
      text = applied(text, randomEdit(random, text, first, lines, first.length * 2));
      session.edit(path, text);
      const fresh = newSession(disk);
      fresh.edit(path, text);
      expect(shown(await session.view(scope)), `after edit ${i}`).toBe(shown(await fresh.view(scope)));
    }
  }

  test.each([1, 2, 3, 4])("seed %i", (seed) => edited(seed, examples, 12, 40));

  // Conditionals may lie across sections, so that a file with them is read anew as a whole.
  const plain = examples.filter((text) => !/^\s*\./m.test(text));

  test("of several blocks of sections", () => edited(5, plain, 200, 25), 120_000);
});
