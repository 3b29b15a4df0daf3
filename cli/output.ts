import { resolve } from "node:path";
import picocolors from "picocolors";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { UsageError } from "../workspace/problems.ts";
import type { Io } from "./io.ts";
import type { formatNames } from "./options.ts";
import { filesOf } from "./report.ts";
import { compact } from "./reporters/compact.ts";
import { pretty } from "./reporters/pretty.ts";
import type { Printout, Reporter } from "./reporters/reporter.ts";
import { aboutRules } from "./rules.ts";
import { put } from "./write.ts";

type FormatName = (typeof formatNames)[number];

/** What makes a format. All but what a terminal shows is loaded when it is asked for. */
interface Maker {
  readonly load: () => Reporter | Promise<Reporter>;
  /** Lines for a log that others may stand beside; otherwise one document. */
  readonly isLog?: true;
  /** Tells of the rules. */
  readonly withRules?: true;
}

const makers: Readonly<Record<FormatName, Maker>> = {
  pretty: {
    load: () => (printout) => pretty(printout.report.findings, printout.colors, printout),
    isLog: true,
  },
  compact: { load: () => (printout) => compact(printout.report.findings), isLog: true },
  github: { load: async () => (await import("./reporters/github.ts")).github, isLog: true },
  json: { load: async () => (await import("./reporters/json.ts")).json },
  jsonl: { load: async () => (await import("./reporters/jsonl.ts")).jsonl },
  sarif: { load: async () => (await import("./reporters/sarif.ts")).sarif, withRules: true },
  gitlab: { load: async () => (await import("./reporters/gitlab.ts")).gitlab },
  junit: { load: async () => (await import("./reporters/junit.ts")).junit },
  checkstyle: { load: async () => (await import("./reporters/checkstyle.ts")).checkstyle },
  rdjson: { load: async () => (await import("./reporters/rdjson.ts")).rdjson, withRules: true },
  html: { load: async () => (await import("./reporters/html.ts")).html, withRules: true },
};

/** Where one format of a run goes. */
export interface Output extends Maker {
  readonly name: FormatName;
  /** Absolute; absent: standard output. */
  readonly file?: string;
}

/**
 * What `--format` asked for. Without it, a person gets `pretty`; in a GitHub workflow annotations come after it, because
 * neither can stand for the other: the log shows no frames for an annotation, the pull request shows nothing of the log.
 * Whoever names a format gets that one alone, so that `-f json | jq` works there as well.
 */
export function outputsOf(given: readonly string[] | undefined, { cwd, env }: Io): readonly Output[] {
  const asked = given ?? (env.GITHUB_ACTIONS === "true" ? ["pretty", "github"] : ["pretty"]);
  const outputs = asked.map((text): Output => {
    const [name = "", ...rest] = text.split("=");
    const file = rest.join("=");
    if (rest.length > 0 && file === "")
      throw new UsageError(`--format ${text}: the name of a file is missing`);
    return {
      ...makers[name as FormatName],
      name: name as FormatName,
      ...(file === "" || file === "-" ? {} : { file: resolve(cwd, file) }),
    };
  });
  const toOutput = outputs.filter(({ file }) => file === undefined);
  const document = toOutput.find(({ isLog }) => !isLog);
  if (document && toOutput.length > 1)
    throw new UsageError(
      `--format ${document.name} needs standard output for itself: give it or the other one a file, ${document.name}=FILE`,
    );
  const twice = outputs.find(({ file }, i) => file && outputs.findIndex((one) => one.file === file) < i);
  if (twice) throw new UsageError(`--format: two outputs go to ${twice.file}`);
  return outputs;
}

/** Prints and writes a run in all its formats. A file that cannot be written is the user's mistake. */
export async function print(
  outputs: readonly Output[],
  printout: Omit<Printout, "about">,
  io: Io,
): Promise<void> {
  const { report } = printout;
  const about = outputs.some(({ withRules }) => withRules)
    ? await aboutRules(new Set([...report.findings, ...report.faults].map(({ rule }) => rule)))
    : new Map();
  let read: ReadonlySet<string> | undefined;
  for (const { name, file, load } of outputs) {
    const reporter = await load();
    if (file === undefined) {
      const text = reporter({ ...printout, about });
      if (text !== "") io.out(text);
      continue;
    }
    const text = reporter({ ...onPaper(printout), about });
    read ??= new Set(
      [...filesOf(report.workspace)].map((source) => nodeDisk.realPath(printout.fileOf(source))),
    );
    if (read.has(nodeDisk.realPath(file)))
      throw new UsageError(`--format ${name}=…: ${file} is one of the files that were checked`);
    try {
      put(file, text);
    } catch (error) {
      throw new UsageError(`--format ${name}: ${file} was not written: ${(error as Error).message}`);
    }
  }
}

/** A file has no colours, no links and no width. */
const onPaper = ({ columns: _, ...printout }: Omit<Printout, "about">): Omit<Printout, "about"> => ({
  ...printout,
  colors: picocolors.createColors(false),
  links: false,
});
