import { getHeapCodeStatistics } from "node:v8";
import type { Encoding } from "../../../lsp/positions.ts";
import { live } from "./run.ts";

/**
 * `npm run model:lsp [-- EDITS SEED]`: random edits over all formats in one session and one server; both must be what a fresh start is,
 * and hold no more memory at the end than after the warm-up.
 */
const edits = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 5);
/** Percent of the memory in use after the warm-up. */
const most = 5;

const { gc } = globalThis as { gc?: () => void };
const heap = (): number => {
  gc?.();
  gc?.();
  // What V8 compiles of the functions in use grows for a while, and is not ours.
  const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
  return process.memoryUsage().heapUsed - code_and_metadata_size - bytecode_and_metadata_size;
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let failed = 0;
for (const [encoding, count] of [
  ["utf-16", edits],
  ["utf-8", Math.ceil(edits / 10)],
] as [Encoding, number][]) {
  const started = performance.now();
  const lived = await live({ edits: count, seed, encoding, each: 20, ...(gc ? { heap } : {}) });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { files, comparisons, findings, heaps, difference } = lived;
  say(
    `${count} edits in ${files} files, ${encoding}: ${comparisons} fresh starts with ${findings} findings, ${seconds} s`,
  );
  if (difference !== undefined) {
    say(`  differs after edit ${difference}`);
    failed++;
  } else say("  texts and findings are those of a fresh start");
  const [, warm = 0, ...later] = heaps;
  const last = later.at(-1);
  if (last === undefined)
    say(gc ? "  too few edits to measure memory" : "  memory is measured with node --expose-gc");
  else {
    const growth = ((last - warm) / warm) * 100;
    const shown = heaps.map((one) => (one / 2 ** 20).toFixed(1)).join(" ");
    say(
      `  memory in use after each tenth, MiB: ${shown}; from the second to the last ${growth.toFixed(1)} %`,
    );
    if (encoding === "utf-16" && growth >= most) failed++;
  }
}
process.exitCode = failed === 0 ? 0 : 1;
