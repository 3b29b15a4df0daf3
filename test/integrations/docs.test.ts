import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { shells } from "../../cli/options.ts";
import { page, snippets, textOf } from "./support.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const tests = readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
  .join("\n");

test(`every block of ${page} is run by a test`, () => {
  const used = [...tests.matchAll(/snippet\("([^"]+)"\)/g)].map((match) => match[1]);
  const names = snippets().map(({ name }) => name);
  expect([...new Set([...used, ...shells])].sort()).toEqual([...names].sort());
  expect(textOf(page).match(/^```/gm)).toHaveLength(2 * names.length);
});
