// Needs `npm ci` here and in the root: `npm test` in this folder.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));

test("two runs make the same package", () => {
  const out = mkdtempSync(join(tmpdir(), "halint-vsix-"));
  try {
    const [first, second] = ["a", "b"].map((name) => {
      const file = join(out, `${name}.vsix`);
      execFileSync(process.execPath, [join(folder, "scripts/package.mjs"), file], { stdio: "ignore" });
      return createHash("sha256").update(readFileSync(file)).digest("hex");
    });
    assert.equal(first, second);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

test("the packed page points to no file outside the package", () => {
  const page = readFileSync(join(folder, "dist/README.md"), "utf8");
  assert.match(page, /^## Commands$/m);
  assert.doesNotMatch(page, /\]\(\.\.\//);
});
