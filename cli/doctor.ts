import { release } from "node:os";
import { relative, resolve } from "node:path";
import type { Colors } from "picocolors/types.js";
import { installed } from "../daemons/installed.ts";
import { daemons } from "../daemons/list.ts";
import manifest from "../package.json";
import { compareVersions } from "../parsers/core/schema.ts";
import { formats } from "../parsers/index.ts";
import { folderOf } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import type { Workspace } from "../workspace/open.ts";
import { type ColorOptions, colorsFor } from "./colors.ts";
import { hintsOf } from "./hints.ts";
import type { Io } from "./io.ts";
import { isEmpty, type OpenOptions, opened } from "./opened.ts";
import { plain } from "./plain.ts";
import { filesOf, plural } from "./report.ts";
import { stringify } from "./stringify.ts";

export interface DoctorOptions extends OpenOptions, ColorOptions {
  readonly format: "text" | "json";
  readonly withDaemons?: true;
}

/** A daemon's checker on this machine. */
interface Checker {
  readonly daemon: string;
  readonly program: string;
  /** null: not installed. */
  readonly path: string | null;
  /** null: not asked, or it does not say. */
  readonly version: string | null;
  /** The version that is checked for; null: every supported one. */
  readonly target: string | null;
  readonly supported: { readonly min: string; readonly max: string };
}

interface Diagnosis {
  readonly halint: string;
  readonly node: string;
  readonly system: string;
  readonly config: { readonly path: string | null; readonly why: string };
  readonly found: {
    readonly clusters: number;
    readonly nodes: number;
    readonly files: number;
    readonly formats: Readonly<Record<string, number>>;
  };
  readonly targets: Readonly<Record<string, string>>;
  readonly checkers: readonly Checker[];
  readonly hints: readonly string[];
}

/** Runs `halint doctor` and gives its exit code: 2 where nothing is found. */
export async function doctor(paths: readonly string[], options: DoctorOptions, io: Io): Promise<number> {
  const workspace = await opened(paths, options, io);
  const checkers = await checkersFor(workspace, options);
  const diagnosis: Diagnosis = {
    halint: manifest.version,
    node: process.version,
    system: `${process.platform} ${release()} ${process.arch}`,
    config: configOf(workspace, paths, options, io),
    found: foundIn(workspace),
    targets: workspace.targets,
    checkers,
    hints: [...hintsOf(workspace), ...checkers.flatMap(ageOf)],
  };
  io.out(options.format === "json" ? stringify(diagnosis) : textOf(diagnosis, colorsFor(options, io)));
  return isEmpty(workspace) || workspace.problems.some(({ rule }) => rule === "file/missing") ? 2 : 0;
}

function configOf(
  { config }: Workspace,
  [first = "."]: readonly string[],
  options: DoctorOptions,
  { cwd }: Io,
): Diagnosis["config"] {
  if (config && options.config !== undefined)
    return { path: relative(cwd, config.path), why: "named by --config" };
  const from = folderOf(nodeDisk, resolve(cwd, first));
  if (config) return { path: relative(cwd, config.path), why: `the nearest one from ${from} upwards` };
  return {
    path: null,
    why: `there is no halint.config.json or .yaml in ${from} or above it, up to the root of the repository`,
  };
}

function foundIn(workspace: Workspace): Diagnosis["found"] {
  const members = workspace.layout.flatMap(({ nodes }) => nodes.flatMap(({ files }) => files));
  const counts = new Map<string, Set<unknown>>();
  for (const { format, source } of members)
    counts.set(format.id, (counts.get(format.id) ?? new Set()).add(source));
  return {
    clusters: workspace.layout.length,
    nodes: workspace.layout.flatMap(({ nodes }) => nodes.filter(({ name }) => name !== "")).length,
    files: filesOf(workspace).size,
    formats: Object.fromEntries([...counts].map(([id, files]) => [id, files.size]).sort()),
  };
}

const checkersFor = ({ targets }: Workspace, { withDaemons }: DoctorOptions): Promise<Checker[]> =>
  Promise.all(
    daemons.map(async (daemon) => {
      const { supported } = formats.find(({ id }) => id === daemon.format)!.schema;
      const asked = withDaemons ? await (await import("../daemons/main.ts")).versionOf(daemon) : undefined;
      return {
        daemon: daemon.id,
        program: daemon.program,
        path: installed(daemon) ?? null,
        version: asked ?? null,
        target: targets[daemon.id] ?? null,
        supported: { min: supported.min, max: supported.max },
      };
    }),
  );

/** What an installed version means for what it would say. */
function ageOf({ program, version, target, supported }: Checker): readonly string[] {
  if (version === null) return [];
  if (target !== null && compareVersions(version, target) !== 0)
    return [
      `${program} ${version} is installed, ${target} is checked for: --with-daemons asks another one than will read the files`,
    ];
  if (compareVersions(version, supported.min) < 0)
    return [`${program} ${version} is older than what halint knows (from ${supported.min})`];
  return [];
}

function textOf(
  { halint, node, system, config, found, targets, checkers, hints }: Diagnosis,
  colors: Colors,
): string {
  const row = (name: string, text: string): string => `${colors.bold(name.padEnd(9))} ${plain(text)}`;
  const versions = Object.entries(targets).map(([daemon, version]) => `${daemon} ${version}`);
  const kinds = Object.entries(found.formats).map(([format, count]) => `${count} ${format}`);
  const lines = [
    row("halint", `${halint}, Node ${node}, ${system}`),
    row("config", config.path === null ? `none: ${config.why}` : `${config.path}: ${config.why}`),
    row(
      "targets",
      versions.length > 0 ? versions.join(", ") : "none: every supported version is checked for",
    ),
    row(
      "found",
      `${plural(found.clusters, "cluster")}, ${plural(found.nodes, "node")}, ${plural(found.files, "file")}${kinds.length > 0 ? `: ${kinds.join(", ")}` : ""}`,
    ),
    ...checkers.map((checker, i) => row(i === 0 ? "checkers" : "", checkerText(checker))),
    ...hints.map((hint, i) => row(i === 0 ? "hints" : "", hint)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function checkerText({ program, path, version }: Checker): string {
  if (path === null) return `${program} is not installed`;
  return version === null ? `${program} in ${path}` : `${program} ${version} in ${path}`;
}
