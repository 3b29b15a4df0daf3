import { readFileSync } from "node:fs";

/** The page of a rule as Markdown. In the bundle this file is replaced by one that holds the pages (scripts/build.js). */
export const pageOf = (rule: string): string =>
  readFileSync(new URL(`../rules/${rule}.md`, import.meta.url), "utf8");
