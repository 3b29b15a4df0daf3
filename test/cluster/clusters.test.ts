import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/cluster.ts";
import { filesBelow, shown } from "../support/tree.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}test/clusters`;

/** Whole clusters: those of the examples, and those that lie beside what is expected of them. */
const cases = readdirSync(folder).map((name) => ({
  name,
  tree: existsSync(`${root}examples/${name}`) ? `${root}examples/${name}` : `${folder}/${name}`,
}));

describe("whole clusters", () => {
  test.each(cases)("$name", async ({ name, tree }) => {
    const findings = lintFiles(filesBelow(tree)).map(shown);
    await expect(findings.map((one) => `${one}\n`).join("")).toMatchFileSnapshot(
      `${folder}/${name}/expected.txt`,
    );
  });
});
