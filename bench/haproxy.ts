import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shapes } from "./configurations.ts";

/**
 * What halint takes beside `haproxy -c` on large configurations, as whole processes: `npx tsx bench/haproxy.ts [backends …]`.
 * Runs of both alternate, so that a busy machine slows both; the medians are compared. Never fails on a time.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1_000, 10_000];

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "halint-bench-"));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

interface Run {
  readonly ms: number;
  /** The most memory that it held, in MiB; absent where GNU time is not installed. */
  readonly mib?: number;
}

const timer = "/usr/bin/time";
const has = (command: string, ...args: string[]): boolean => !spawnSync(command, args, { env }).error;
const measuresMemory = has(timer, "--version");

function run(command: string, ...args: string[]): Run {
  const [program, ...words] = measuresMemory
    ? [timer, "-q", "-f", "%M", command, ...args]
    : [command, ...args];
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program!, words, {
    cwd: root,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 2 ** 30,
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status === null || status > 1)
    throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
  const kib = stderr.trim().split("\n").at(-1);
  return measuresMemory ? { ms, mib: Number(kib) / 1024 } : { ms };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function median(runs: readonly Run[]): Run {
  const ms = middle(runs.map((one) => one.ms));
  return measuresMemory ? { ms, mib: middle(runs.map(({ mib }) => mib!)) } : { ms };
}

const shown = ({ ms, mib }: Run): string =>
  `${ms.toFixed(0).padStart(6)} ms ${mib === undefined ? "" : `${mib.toFixed(0).padStart(4)} MiB`}`;

const ratios = (a: Run, b: Run): string => {
  const memory = a.mib !== undefined && b.mib !== undefined ? `, ${(a.mib / b.mib).toFixed(2)} × memory` : "";
  return `${(a.ms / b.ms).toFixed(2)} × time${memory}`;
};

const haproxy = has("haproxy", "-v");
if (!haproxy) console.log("haproxy is not installed: halint runs alone, there is nothing to compare it with");

try {
  for (const [shape, textOf] of Object.entries(shapes)) {
    let smaller: { readonly ms: number; readonly count: number } | undefined;
    for (const count of sizes) {
      const file = join(folder, "haproxy.cfg");
      const text = textOf(count);
      writeFileSync(file, text);
      const runs = { halint: [] as Run[], haproxy: [] as Run[] };
      for (let i = 0; i < (count > 1_000 ? 3 : 7); i++) {
        runs.halint.push(run(process.execPath, "dist/halint.js", "--fail-level", "never", file));
        if (haproxy) runs.haproxy.push(run("haproxy", "-c", "-f", file));
      }
      const ours = median(runs.halint);
      const theirs = haproxy ? median(runs.haproxy) : undefined;
      const growth = smaller
        ? `; ${(ours.ms / smaller.ms).toFixed(1)} × the time of ${smaller.count}, ${count / smaller.count} × the text`
        : "";
      console.log(`${shape}, ${count} backends, ${text.split("\n").length - 1} lines`);
      console.log(`  halint     ${shown(ours)}${theirs ? `   ${ratios(ours, theirs)}` : ""}${growth}`);
      if (theirs) console.log(`  haproxy -c ${shown(theirs)}`);
      smaller = { ms: ours.ms, count };
    }
  }
  console.log(
    "goal: at most 4 × the time at 100 backends, 2 × at 1000, 0.25 × at 10000 where haproxy is quadratic",
  );
} finally {
  rmSync(folder, { recursive: true });
}
