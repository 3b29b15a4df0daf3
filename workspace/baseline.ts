import { once } from "../parsers/core/remembered.ts";
import type { Source } from "../parsers/core/source.ts";
import { fingerprintsOf } from "../rules/fingerprint.ts";
import { rules as allRules } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import type { Report } from "./check.ts";
import { type Disk, readText } from "./disk.ts";
import { UsageError } from "./problems.ts";
import { whereaboutsIn } from "./whereabouts.ts";

/** Known findings: fingerprints by file and rule (schemas/baseline.schema.json). */
export interface Baseline {
  readonly version: 1;
  readonly count: number;
  readonly files: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
}

interface Entry {
  readonly count: number;
  readonly fingerprints: readonly string[];
}

/** A run held against a baseline. */
export interface Compared {
  /** What the baseline does not know. */
  readonly fresh: readonly Finding[];
  readonly hidden: number;
  /** Entries that nothing in the files that were read stands for any more. */
  readonly gone: number;
}

/** Throws UsageError where there is no baseline, or something else. */
export function readBaseline(disk: Disk, path: string): Baseline {
  const content = readText(disk, path);
  if ("rule" in content)
    throw new UsageError(`${path}: ${content.message}; halint --baseline-write makes a baseline`);
  let value: unknown;
  try {
    value = JSON.parse(content.text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  if (!isBaseline(value))
    throw new UsageError(`${path}: this is no baseline of halint; --baseline-write makes one`);
  return value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is Entry =>
  isRecord(value) &&
  Array.isArray(value.fingerprints) &&
  value.fingerprints.every((one) => typeof one === "string");

const isBaseline = (value: unknown): value is Baseline =>
  isRecord(value) &&
  value.version === 1 &&
  isRecord(value.files) &&
  Object.values(value.files).every((rules) => isRecord(rules) && Object.values(rules).every(isEntry));

/** The baseline of a run: every finding of it. */
export const baselineOf = (report: Report): Baseline => {
  const { keyOf, fingerprints } = known(report);
  const files = new Map<string, Map<string, string[]>>();
  for (const [finding, fingerprint] of fingerprints) {
    const rules = files.get(keyOf(finding.at.source)) ?? new Map<string, string[]>();
    files.set(keyOf(finding.at.source), rules);
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), fingerprint]);
  }
  return shaped(files);
};

/** The run's findings without those that the baseline knows. */
export function against({ files }: Baseline, report: Report): Compared {
  const { keyOf, fingerprints } = known(report);
  const has = ({ rule, at }: Finding, fingerprint: string): boolean =>
    own(own(files, keyOf(at.source)), rule)?.fingerprints.includes(fingerprint) ?? false;
  const fresh = report.findings.filter((finding) => !has(finding, fingerprints.get(finding)!));
  const left = prunedMap({ version: 1, count: 0, files }, report);
  return {
    fresh,
    hidden: report.findings.length - fresh.length,
    gone: countOf(files) - countOf(shaped(left).files),
  };
}

/** The baseline without what is no more. What it says of files that this run has not read stays. */
export const pruned = (baseline: Baseline, report: Report): Baseline => shaped(prunedMap(baseline, report));

function prunedMap({ files }: Baseline, report: Report): Map<string, Map<string, readonly string[]>> {
  const { keyOf, fingerprints } = known(report);
  const alive = new Set(fingerprints.values());
  const read = new Set(
    report.workspace.layout.flatMap(({ nodes }) =>
      nodes.flatMap(({ files }) => files.map(({ source }) => keyOf(source))),
    ),
  );
  const nodes = new Set([...read].map(nodeIn));
  const everyNode = Object.keys(files).every((file) => nodes.has(nodeIn(file)));
  const judged = (file: string, rule: string): boolean =>
    read.has(file) && (everyNode || !comparing().has(rule));
  return new Map(
    Object.entries(files).map(([file, rules]) => [
      file,
      new Map(
        Object.entries(rules).map(([rule, { fingerprints }]) => [
          rule,
          judged(file, rule) ? fingerprints.filter((one) => alive.has(one)) : fingerprints,
        ]),
      ),
    ]),
  );
}

/** Rules that find nothing where a machine is missing. */
const comparing = once(() => new Set(allRules.flatMap(({ kind, id }) => (kind === "cluster" ? [id] : []))));

const nodeIn = (file: string): string => /^([^/:]+):/.exec(file)?.[1] ?? "";

function known(report: Report) {
  const whereabouts = whereaboutsIn(report);
  return {
    fingerprints: fingerprintsOf(report.findings, whereabouts),
    keyOf: (source: Source): string => {
      const { node, path } = whereabouts(source);
      return node === "" ? path : `${node}:${path}`;
    },
  };
}

const own = <Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

const countOf = (files: Baseline["files"]): number =>
  Object.values(files)
    .flatMap((rules) => Object.values(rules))
    .reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);

/** In the order of names, so that a change of it is a small difference. */
function shaped(files: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): Baseline {
  const byName = <Value>(entries: Iterable<readonly [string, Value]>): (readonly [string, Value])[] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const rulesOf = (rules: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, Entry>> =>
    Object.fromEntries(
      byName(rules).flatMap(([rule, fingerprints]) =>
        fingerprints.length === 0
          ? []
          : [[rule, { count: fingerprints.length, fingerprints: [...fingerprints].sort() }]],
      ),
    );
  const shapedFiles = Object.fromEntries(
    byName(files).flatMap(([file, rules]) => {
      const entries = rulesOf(rules);
      return Object.keys(entries).length === 0 ? [] : [[file, entries]];
    }),
  );
  return { version: 1, count: countOf(shapedFiles), files: shapedFiles };
}
