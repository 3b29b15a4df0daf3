import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { formats } from "../../parsers/index.ts";
import { fileNames as configNames } from "../../workspace/config.ts";

const folder = fileURLToPath(new URL("../../docs/editors", import.meta.url));
const pages = readdirSync(folder).filter((name) => name !== "README.md");
const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");

test("every page is listed", () => {
  const listed = [...textOf("README.md").matchAll(/\]\((\w+\.md)\)/g)].map((match) => match[1]!);
  expect(listed.sort()).toEqual([...pages].sort());
});

test.each(pages)("%s starts the server with halint lsp --stdio", (name) => {
  const words = textOf(name).replace(/[^\w-]+/g, " ");
  expect(words).toMatch(/\bhalint( args)? lsp --stdio|'command' 'e lsp --stdio'|command e lsp --stdio/);
});

test.each(pages)("the JSON of %s can be read", (name) => {
  for (const [, json] of textOf(name).matchAll(/```json\n([\s\S]*?)```/g))
    expect(() => JSON.parse(json!)).not.toThrow();
});

test("languages are called by the ids of their formats", () => {
  const ids = new Set(formats.map(({ id }) => id));
  const named = [
    ...[...textOf("helix.md").matchAll(/^name = "(.*)"$/gm)].map((match) => match[1]!),
    ...[...textOf("vim.md").matchAll(/setfiletype (\S+)$/gm)].map((match) => match[1]!),
    ...[...textOf("neovim.md").matchAll(/\] = '([\w-]+)',$/gm)].map((match) => match[1]!),
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(15);
});

test.each(pages)("%s names halint.config by each of its names, or not at all", (name) => {
  const text = textOf(name);
  for (const [line] of text.matchAll(/^.*(?:halint\.config\.\w+).*$/gm))
    for (const one of configNames) expect(line, one).toContain(one);
});

test("README.md says all names too", () => {
  for (const one of configNames.map((name) => name.replace("halint.config", "")))
    expect(textOf("README.md"), one).toContain(one);
});
