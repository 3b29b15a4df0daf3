import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/**
 * The size of the bundle and how long it takes to start, beside shellcheck as Debian ships it: `npm run size`. SHELLCHECK names
 * another one than that of PATH. ruff is not compared: Debian 12 has no package of it.
 * Runs alternate, so that a busy machine slows all; medians are compared. It measures, and never fails on a figure.
 */
const runs = 15;
const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** All files below a folder, or the file itself. */
const filesOf = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);
const packedOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2).padStart(7)} MiB`;

function shellcheckPath(): string | undefined {
  const { stdout } = spawnSync("sh", ["-c", "command -v shellcheck"], { encoding: "utf8" });
  const path = process.env.SHELLCHECK ?? stdout.trim();
  return path !== "" && existsSync(path) ? realpathSync(path) : undefined;
}

if (!existsSync(join(dist, "main.js"))) {
  console.log("dist/ is not built: npm run build");
  process.exit();
}
const shellcheck = shellcheckPath();
const all = filesOf(dist).filter((file) => !file.endsWith(".cache"));
const few = all.filter((file) => /\/(?:halint|main)\.js$/.test(file));
const script = all.filter((file) => !/\/(?:pages|lsp)\.js$/.test(file));

const sizes: readonly (readonly [string, readonly string[]])[] = [
  ["what every run loads", few],
  ["without pages and server", script],
  ["all of halint", all],
  ["Node, which runs it", [process.execPath]],
  ...(shellcheck ? [["shellcheck", [shellcheck]] as const] : []),
];
const other = shellcheck ? statSync(shellcheck).size : undefined;
for (const [name, files] of sizes) {
  const bytes = bytesOf(files);
  const ratio = other ? `  ${(bytes / other).toFixed(2)} × shellcheck` : "";
  console.log(`${name.padEnd(26)}${mib(bytes)}  ${mib(packedOf(files))} packed${ratio}`);
}

const folder = mkdtempSync(join(tmpdir(), "halint-size-"));
const shell = join(folder, "a.sh");
writeFileSync(shell, '#!/bin/sh\nset -eu\nfor node in a b; do\n    printf "%s\\n" "$node"\ndone\n');
const commands: Readonly<Record<string, readonly string[]>> = {
  "node -e 0": [process.execPath, "-e", "0"],
  "halint --version": [process.execPath, join(dist, "halint.js"), "--version"],
  "halint examples/lvs-dr": [process.execPath, join(dist, "halint.js"), join(root, "examples/lvs-dr")],
  ...(shellcheck
    ? { "shellcheck --version": [shellcheck, "--version"], "shellcheck of 5 lines": [shellcheck, shell] }
    : {}),
};
const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let run = 0; run < runs; run++)
  for (const [name, [program = "", ...args]] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    spawnSync(program, args, { env, stdio: "ignore" });
    times.get(name)!.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
rmSync(folder, { recursive: true, force: true });

const median = (name: string): number => times.get(name)!.sort((a, b) => a - b)[runs >> 1]!;
const base = shellcheck ? "shellcheck --version" : "node -e 0";
for (const name of times.keys())
  console.log(
    `${name.padEnd(26)}${median(name).toFixed(0).padStart(7)} ms  ${(median(name) / median(base)).toFixed(2)} × ${base}`,
  );
if (!shellcheck)
  console.log("shellcheck is not installed (apt-get install shellcheck): compared with Node alone");
console.log("ruff is not compared: Debian 12 has no package of it");
