import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeHeapSnapshot } from "node:v8";
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

const file = join(tmpdir(), `halint-model-${process.pid}.heapsnapshot`);

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
}

/** Bytes of all objects but of code: what V8 compiles of functions in use, and what it learns of them, grows for long and is not ours. */
function heap(): number {
  const { snapshot, nodes } = JSON.parse(readFileSync(writeHeapSnapshot(file), "utf8")) as Snapshot;
  rmSync(file);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const code = types[type]!.indexOf("code");
  let bytes = 0;
  for (let i = 0; i < nodes.length; i += fields.length)
    if (nodes[i + type] !== code) bytes += nodes[i + size]!;
  return bytes;
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let failed = 0;
for (const [encoding, count] of [
  ["utf-16", edits],
  ["utf-8", Math.ceil(edits / 10)],
] as [Encoding, number][]) {
  const started = performance.now();
  const lived = await live({ edits: count, seed, encoding, each: 20, heap });
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
  if (last === undefined) say("  too few edits to measure memory");
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
