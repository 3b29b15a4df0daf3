import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { start } from "../../lsp/main.ts";

let pages: Promise<Readonly<Record<string, string>>> | undefined;

const readPages = async (): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(await readFile(join(__dirname, "pages.json"), "utf8"));

start("node-ipc", (rule) => {
  pages ??= readPages();
  return pages.then((known) => known[rule]);
});
