import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * How long halint takes on the seed cluster, as a multiple of a Node that does nothing: `npx tsx bench/startup.ts [path]`.
 * Runs of both alternate, so that a busy machine slows both; the medians are compared. A noisy machine proves nothing, so it never fails.
 */
const budget = 4;
const runs = 25;

const root = fileURLToPath(new URL("..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Milliseconds of one run. */
function time(...args: string[]): number {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: "ignore" });
  if (status === null || status > 1) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const commands = {
  "node -e 0": ["-e", "0"],
  "halint --version": ["dist/halint.js", "--version"],
  halint: ["dist/halint.js", process.argv[2] ?? "examples/lvs-dr"],
};
const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let run = 0; run < runs; run++)
  for (const [name, args] of Object.entries(commands)) times.get(name)!.push(time(...args));

const median = (name: string): number => times.get(name)!.sort((a, b) => a - b)[runs >> 1]!;
const least = median("node -e 0");
for (const name of times.keys())
  console.log(
    `${name.padEnd(18)} ${median(name).toFixed(0).padStart(4)} ms  ${(median(name) / least).toFixed(2)} ×`,
  );
console.log(`goal: at most ${budget} ×`);
