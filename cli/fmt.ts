import { resolve } from "node:path";
import { applied } from "../formatter/edit.ts";
import { format as edits, isFormattable, type Options, refusal } from "../formatter/format.ts";
import type { Format } from "../parsers/core/format.ts";
import { type Source, sourceOf } from "../parsers/core/source.ts";
import { formats } from "../parsers/index.ts";
import { hidden } from "../rules/secrets.ts";
import { accepts, classifier, headLength } from "../workspace/classify.ts";
import { isWithin } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { openWorkspace, type Workspace } from "../workspace/open.ts";
import { UsageError } from "../workspace/problems.ts";
import { unified } from "./diff.ts";
import { archivesAmong } from "./inputs.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";
import { compact } from "./reporters/compact.ts";
import { rewrite } from "./write.ts";

export interface FmtOptions {
  readonly check?: true;
  readonly diff?: true;
  /** "1" to "16" blanks, or "tab". */
  readonly indent?: string;
  readonly align?: true;
  readonly stdinFilename?: string;
  readonly config?: string;
}

/** A file to lay out. */
interface Subject {
  readonly source: Source;
  readonly format: Format;
}

type Outcome = "changed" | "as it should be" | "left";

/** Runs `halint fmt` and gives its exit code: 0, 1 where --check found something to change, 2 where a file could not be formatted. */
export async function fmt(paths: readonly string[], options: FmtOptions, io: Io): Promise<number> {
  const layout = layoutOf(options);
  if (paths.includes("-")) {
    if (paths.length > 1) throw new UsageError("- stands for standard input, and no other path goes with it");
    return formatInput(options, layout, io);
  }
  const [archive] = archivesAmong(paths, io.cwd);
  if (archive !== undefined) throw new UsageError(`${archive}: archives are not formatted`);
  const workspace = await openWorkspace(paths, {
    disk: nodeDisk,
    cwd: io.cwd,
    ...(options.config === undefined ? {} : { config: options.config }),
  });
  io.err(compact(workspace.problems));
  const subjects = subjectsOf(workspace, paths, io.cwd);
  const unsound = workspace.problems.some(({ severity }) => severity === "error");
  if (subjects.length === 0) {
    if (!unsound) io.err(`halint: nothing to format in ${plain(paths.join(", "))}\n`);
    return 2;
  }
  const guessed = new Set(
    workspace.problems.flatMap(({ rule, at }) => (rule === "file/not-utf8" ? [at.source.path] : [])),
  );
  const outcomes = subjects.map((subject): Outcome => {
    if (guessed.has(subject.source.path)) return "left";
    return formatFile(subject, options, layout, io);
  });
  io.err(summaryOf(outcomes, options));
  if (unsound || outcomes.includes("left")) return 2;
  return options.check && outcomes.includes("changed") ? 1 : 0;
}

function layoutOf({ indent, align }: FmtOptions): Options {
  const step = indent === "tab" ? "\t" : " ".repeat(/^\d{1,2}$/.test(indent ?? "") ? Number(indent) : 0);
  if (indent !== undefined && (step === "" || step.length > 16))
    throw new UsageError(`--indent ${indent}: a number from 1 to 16, or tab`);
  return { ...(step === "" ? {} : { indent: step }), ...(align ? { align } : {}) };
}

/** The files that the user named, or that lie below a folder that was named; not what they include from elsewhere. */
function subjectsOf({ layout }: Workspace, paths: readonly string[], cwd: string): Subject[] {
  const given = paths.map((path) => resolve(cwd, path));
  const isNamed = (path: string): boolean =>
    given.some(
      (folder) => isWithin(path, folder) || isWithin(nodeDisk.realPath(path), nodeDisk.realPath(folder)),
    );
  const found = new Map<Source, Subject>();
  for (const { nodes } of layout)
    for (const { files } of nodes)
      for (const { source, format } of files)
        if (isFormattable(format) && isNamed(resolve(cwd, source.path)))
          found.set(source, { source, format });
  return [...found.values()].sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
}

function formatFile(subject: Subject, options: FmtOptions, layout: Options, io: Io): Outcome {
  const { path, text } = subject.source;
  const after = formatted(subject, layout, io);
  if (after === undefined) return "left";
  if (after === text) return "as it should be";
  if (options.diff) io.out(unified(path, text, after, harmless));
  else if (options.check) io.out(`would format ${plain(path)}\n`);
  else {
    try {
      rewrite(resolve(io.cwd, path), text, after);
    } catch (error) {
      io.err(`${plain(path)}: not written: ${plain((error as Error).message)}\n`);
      return "left";
    }
    io.out(`formatted ${plain(path)}\n`);
  }
  return "changed";
}

/** undefined: the file is left as it is, which has been told. */
function formatted({ source, format }: Subject, layout: Options, io: Io): string | undefined {
  const tree = format.parse(source);
  const why = refusal(tree, format);
  if (why === undefined) return applied(source.text, edits(tree, format, layout));
  io.err(`${plain(source.path)}:${harmless(why)}: not formatted\n`);
  return undefined;
}

/** A text or a line of a file as a terminal may show it; tabs stay. */
export const harmless = (line: string): string => hidden(line).split("\t").map(plain).join("\t");

async function formatInput(options: FmtOptions, layout: Options, io: Io): Promise<number> {
  const { stdinFilename: path } = options;
  if (path === undefined) throw new UsageError("- needs --stdin-filename: the path tells the format");
  const text = decoded((await io.input?.()) ?? new Uint8Array());
  const format = formatOf(resolve(io.cwd, path), text);
  if (!format) throw new UsageError(`no format that halint reads is known by ${path} or by what was read`);
  const after = formatted({ source: sourceOf(path, text), format }, layout, io);
  const changed = after !== undefined && after !== text;
  if (options.diff) io.out(changed ? unified(path, text, after, harmless) : "");
  else if (!options.check) io.out(after ?? text);
  return after === undefined ? 2 : options.check && changed ? 1 : 0;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError("what was read is not UTF-8");
  }
}

function formatOf(path: string, text: string): Format | undefined {
  const { byPath, byName, byContent } = classifier(formats);
  return (
    byPath(path)?.format ??
    byName(path).find((format) => accepts(format, path, text)) ??
    byContent(text.slice(0, headLength))
  );
}

function summaryOf(outcomes: readonly Outcome[], { check, diff }: FmtOptions): string {
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const files = (n: number): string => `${n} ${n === 1 ? "file" : "files"}`;
  const parts = [
    `${files(count("changed"))} ${check || diff ? "to format" : "formatted"}`,
    `${count("as it should be")} as it should be`,
    ...(count("left") > 0 ? [`${count("left")} left as it is`] : []),
  ];
  return `${parts.join(", ")}\n`;
}
