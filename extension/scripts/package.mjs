// Builds the extension and packs it: the same sources give the same file, byte for byte.
// usage: node scripts/package.mjs [FILE.vsix]
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const file = resolve(process.argv[2] ?? join(folder, `${name}-${version}.vsix`));

/** Seconds of the last commit; without a repository, the day of the first release. */
function epoch() {
  const { status, stdout } = spawnSync("git", ["log", "-1", "--format=%ct"], {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : "1767225600";
}

const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? epoch() };
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(folder, script), ...args], { cwd: folder, env, stdio: "inherit" });

/** The page that editors show: they take its pictures from the web only, so that the walkthrough has them. */
const withoutPictures = (page) =>
  readFileSync(page, "utf8").replace(/^[^\n]+:\n\n!\[[^\]]*\]\([^)]*\)\n\n?/gm, "");

run("esbuild.mjs");
writeFileSync(join(folder, "dist/README.md"), withoutPictures(join(folder, "README.md")));
for (const picture of ["cross-node", "quick-fix", "explain"])
  copyFileSync(join(folder, `../docs/pictures/${picture}.png`), join(folder, `dist/${picture}.png`));
run(
  "node_modules/@vscode/vsce/vsce",
  "package",
  "--no-dependencies",
  "--allow-missing-repository",
  "--readme-path",
  "dist/README.md",
  "--out",
  file,
);
