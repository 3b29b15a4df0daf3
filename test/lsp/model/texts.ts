import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keywordsOf } from "../../../parsers/core/schema.ts";
import { formats } from "../../../parsers/index.ts";
import { readPage, typicalPath } from "../../support/page.ts";

/** What one format's file holds at the start, and lines that people write in such files. */
export interface Sample {
  readonly format: string;
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const rules = fileURLToPath(new URL("../../../rules", import.meta.url));

/** A file of every format, from the examples on the rules' pages; its text is the longest right one. */
export function samples(): readonly Sample[] {
  const right = new Map<string, string[]>();
  const lines = new Map<string, Set<string>>();
  for (const name of readdirSync(rules, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".md")) continue;
    const page = readPage(readFileSync(join(rules, name), "utf8"));
    for (const { path, text } of page.right.flat()) right.set(path, [...(right.get(path) ?? []), text]);
    for (const { path, text } of [...page.right, ...page.wrong].flat()) {
      const known = lines.get(path) ?? new Set();
      for (const line of text.match(/[^\n]*\n/g) ?? []) known.add(line);
      lines.set(path, known);
    }
  }
  return formats.map(({ id, schema }) => {
    const path = typicalPath[id] ?? `/etc/${id}`;
    const own = [...right].filter(([one]) => one.endsWith(path)).flatMap(([, texts]) => texts);
    const all = [...lines].filter(([one]) => one.endsWith(path)).flatMap(([, known]) => [...known]);
    // Settings of the shell of which no page speaks.
    const settings = Object.keys(keywordsOf(schema, schema.root)).map((name) => `${name}="1"\n`);
    const text = own.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
    return { format: id, path, text: text || settings.join(""), lines: [...new Set([...all, ...settings])] };
  });
}
