import { isAbsolute, relative, resolve, sep } from "node:path";
import { version } from "../package.json";
import type { Source } from "../parsers/core/source.ts";
import type { Fault } from "../rules/engine.ts";
import { fingerprintsOf } from "../rules/fingerprint.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { check, type Report } from "../workspace/check.ts";
import type { FailLevel } from "../workspace/config.ts";
import { isWithin } from "../workspace/disk.ts";
import { UsageError } from "../workspace/problems.ts";
import type { Memory } from "../workspace/sources.ts";
import { whereaboutsIn } from "../workspace/whereabouts.ts";
import type { BaselineOptions } from "./baseline.ts";
import { type ColorOptions, colorsFor } from "./colors.ts";
import { exitCode } from "./exit.ts";
import { explained } from "./explained.ts";
import type { FixOptions } from "./fix.ts";
import type { Io } from "./io.ts";
import { knowsLinks } from "./links.ts";
import { isEmpty, nothing, type OpenOptions, opened } from "./opened.ts";
import { outputsOf, print } from "./output.ts";
import { progressOn } from "./progress.ts";
import { severities } from "./report.ts";
import type { Printout } from "./reporters/reporter.ts";
import type { Input } from "./stdin.ts";
import { summary } from "./summary.ts";
import type { DaemonOptions } from "./withDaemons.ts";

export interface LintOptions extends OpenOptions, ColorOptions, FixOptions, BaselineOptions, DaemonOptions {
  /** As given: "sarif=out.sarif". */
  readonly format?: readonly string[];
  readonly severity?: Severity;
  readonly failLevel?: FailLevel;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly printConfig?: string;
  readonly stdinFilename?: string;
  readonly watch?: true;
  /** A commit of git. */
  readonly since?: string;
}

/** Runs halint on these paths and gives its exit code. `memory`: of earlier runs, so that only what changed is done again. */
export async function lintPaths(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  memory?: Memory,
): Promise<number> {
  const input = paths.includes("-")
    ? await (await import("./stdin.ts")).standardInput(paths, options, io)
    : undefined;
  if (!input && options.stdinFilename !== undefined)
    throw new UsageError("--stdin-filename goes with -, which stands for standard input");
  if (options.since !== undefined && (options.baselineWrite || options.baselinePrune))
    throw new UsageError(
      "--since goes with no --baseline-write or --baseline-prune: a baseline is of all findings",
    );
  if (options.trust && !options.withDaemons) throw new UsageError("--trust goes with --with-daemons");
  if (options.printConfig !== undefined)
    return (await import("./printConfig.ts")).printConfig(options.printConfig, options, io);
  const outputs = outputsOf(options.format, io);
  const fixed =
    options.fix || options.unsafeFixes || options.diff
      ? await (await import("./fix.ts")).fix(paths, options, io)
      : undefined;
  if (fixed && options.diff) return fixed.changed > 0 ? 1 : 0;
  const whole = await checked(paths, options, io, input ?? { paths, ...(memory ? { memory } : {}) });
  const { workspace } = whole;
  const { report: fresh, known } = await withoutKnown(whole, options, io);
  const report =
    options.since === undefined
      ? fresh
      : await (await import("./since.ts")).since(fresh, options.since, paths, io.cwd);
  const shown = shownOf(report, options.quiet ? "error" : (options.severity ?? "info"));
  await print(outputs, { ...printoutOf(whole, options, io), report: shown }, io);
  if (isEmpty(workspace) && report.findings.length === 0) nothing(paths, io);
  else if (!options.quiet && outputs.every(({ file, isLog }) => isLog || file !== undefined))
    io.err(summary(shown, report.findings.length - shown.findings.length, known));
  if (report.faults.length > 0) io.err(faultLines(report.faults, io));
  if (fixed?.failed) return 2;
  return exitCode(report, options.failLevel ?? workspace.config?.failLevel ?? "error", options.maxWarnings);
}

/** What is read: all that is named, or a text that stands in for one file. */
type Subject = { readonly paths: readonly string[]; readonly memory?: Memory } & Partial<Pick<Input, "isIt">>;

/** Reads and judges; on a terminal it tells how far it is. */
async function checked(
  given: readonly string[],
  options: OpenOptions & DaemonOptions,
  io: Io,
  { paths, memory, isIt }: Subject,
): Promise<Report> {
  const progress = progressOn(io);
  try {
    const workspace = await opened(paths, options, io, memory, (path) => progress.now(`reading ${path}`));
    const report = check(workspace, { onFile: (path) => progress.now(`checking ${path}`) });
    if (isIt) return { ...report, findings: report.findings.filter(({ at }) => isIt(at.source)) };
    if (!options.withDaemons) return report;
    progress.now("asking the daemons");
    return (await import("./withDaemons.ts")).withDaemons(report, given, options, io);
  } finally {
    progress.end();
  }
}

/** The report without the findings that a baseline knows, and how many these are. */
async function withoutKnown(report: Report, options: BaselineOptions, io: Io) {
  const { baseline, baselineWrite, baselinePrune } = options;
  if (!(baseline || baselineWrite || baselinePrune || report.workspace.config?.baseline))
    return { report, known: 0 };
  return (await import("./baseline.ts")).ratcheted(report, options, io);
}

/** The report with the findings at this severity or above it. */
function shownOf(report: Report, least: Severity): Report {
  const wanted = severities.slice(0, severities.indexOf(least) + 1);
  return { ...report, findings: report.findings.filter(({ severity }) => wanted.includes(severity)) };
}

/** What the formats are given of a run, of which fewer findings may be shown. */
function printoutOf(report: Report, options: ColorOptions, io: Io): Omit<Printout, "about"> {
  const colors = colorsFor(options, io);
  const root = repositoryRoot(io);
  const fileOf = ({ path }: Source): string => resolve(io.cwd, path);
  let fingerprints: ReadonlyMap<Finding, string> | undefined;
  return {
    report,
    version,
    root,
    fileOf,
    pathOf: (source) => {
      const path = relative(root, fileOf(source));
      const outside = path === "" || isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`);
      return (outside ? fileOf(source) : path).split(sep).join("/");
    },
    fingerprintOf: (finding) => {
      fingerprints ??= fingerprintsOf(report.findings, whereaboutsIn(report));
      return fingerprints.get(finding) ?? "";
    },
    colors,
    ...(io.columns === undefined ? {} : { columns: io.columns }),
    links: colors.isColorSupported && knowsLinks(io),
  };
}

/** What a CI's paths are relative to: its checkout, where halint runs in it; else the folder halint runs in. */
function repositoryRoot({ cwd, env }: Io): string {
  const checkout = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR;
  return checkout && isWithin(cwd, checkout) ? resolve(checkout) : cwd;
}

/** One line for each rule that failed, however many files it failed on. */
const faultLines = (faults: readonly Fault[], io: Io): string =>
  [...new Map(faults.map((fault) => [fault.rule, fault])).values()]
    .map(({ rule, error }) => `halint: rule ${rule} failed: ${explained(error, io)}\n`)
    .join("");
