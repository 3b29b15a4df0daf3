import { resolve } from "node:path";
import { against, type Baseline, baselineOf, pruned, readBaseline } from "../workspace/baseline.ts";
import type { Report } from "../workspace/check.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";
import { plural } from "./report.ts";
import { stringify } from "./stringify.ts";
import { put } from "./write.ts";

export interface BaselineOptions {
  readonly baseline?: string;
  readonly baselineWrite?: true;
  readonly baselinePrune?: true;
}

/** A run without what its baseline knows. */
export interface Ratcheted {
  readonly report: Report;
  readonly known: number;
}

/** Holds a run against its baseline, or writes or prunes that first. Throws UsageError where there is none. */
export function ratcheted(report: Report, options: BaselineOptions, io: Io): Ratcheted {
  const named = options.baseline ?? report.workspace.config?.baseline;
  if (options.baselineWrite && options.baselinePrune)
    throw new UsageError("--baseline-write and --baseline-prune exclude each other");
  if ((options.baselineWrite || options.baselinePrune) && report.faults.length > 0)
    throw new UsageError("no baseline is written, because a rule failed");
  const path = resolve(io.cwd, named ?? "halint-baseline.json");
  if (options.baselineWrite) {
    write(path, baselineOf(report), io);
    if (named === undefined)
      io.err("it counts with --baseline halint-baseline.json, or where halint.config names it: baseline\n");
  } else if (options.baselinePrune) {
    const before = readBaseline(nodeDisk, path);
    write(path, pruned(before, report), io, before);
  }
  const { fresh, hidden, gone } = against(readBaseline(nodeDisk, path), report);
  if (gone > 0)
    io.err(
      `${plural(gone, "finding")} of the baseline ${gone === 1 ? "is" : "are"} no more: --baseline-prune takes them out\n`,
    );
  return { report: { ...report, findings: fresh }, known: hidden };
}

function write(path: string, baseline: Baseline, io: Io, before?: Baseline): void {
  try {
    put(path, stringify(baseline));
  } catch (error) {
    throw new UsageError(`${path}: not written: ${(error as Error).message}`);
  }
  const fewer = before ? `, ${before.count - baseline.count} fewer` : "";
  io.err(`${plain(path)}: ${plural(baseline.count, "known finding")}${fewer}\n`);
}
