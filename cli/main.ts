import { Command, CommanderError, Option } from "commander";
import picocolors from "picocolors";
import { version } from "../package.json";
import type { Fault } from "../rules/engine.ts";
import { check } from "../workspace/check.ts";
import type { FailLevel } from "../workspace/config.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { openWorkspace, type Workspace } from "../workspace/open.ts";
import { UsageError } from "../workspace/problems.ts";
import { parseTargets, presetNames } from "../workspace/targets.ts";
import { compact } from "./compact.ts";
import { exitCode } from "./exit.ts";
import type { FmtOptions } from "./fmt.ts";
import type { Io } from "./io.ts";
import { json, nodesOf, stringify } from "./json.ts";
import { nodesText } from "./nodes.ts";
import { plain } from "./plain.ts";
import { pretty } from "./pretty.ts";
import { explanation, rulesJson, rulesTable } from "./rules.ts";
import { summary } from "./summary.ts";

interface Options {
  readonly format: "pretty" | "compact" | "json";
  readonly failLevel?: FailLevel;
  readonly target?: string;
  readonly config?: string;
  readonly quiet?: true;
  readonly color?: boolean;
}

/** Runs halint and gives its exit code: 0 clean, 1 findings, 2 a mistake of the user or of halint itself. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = programOf(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.err(`halint: ${explained(error as Error, io)}\n`);
    return 2;
  }
}

function explained(error: Error, { env }: Io): string {
  // By name: what reads the config is bundled apart and has a class of its own.
  if (error.name === "UsageError") return plain(error.message);
  if (env.HALINT_DEBUG) return error.stack ?? error.message;
  return `internal fault, please report it: ${plain(error.message)} (HALINT_DEBUG=1 shows where)`;
}

/** One line for each rule that failed, however many files it failed on. */
const faultLines = (faults: readonly Fault[], io: Io): string =>
  [...new Map(faults.map((fault) => [fault.rule, fault])).values()]
    .map(({ rule, error }) => `halint: rule ${rule} failed: ${explained(error, io)}\n`)
    .join("");

const format = (...choices: string[]) =>
  new Option("-f, --format <format>", "how to print").choices(choices).default(choices[0]);
const target = () =>
  new Option(
    "-t, --target <target>",
    `versions to check for: ${presetNames.join(", ")}, or keepalived=2.2.7,…`,
  );
const config = () =>
  new Option("-c, --config <file>", "halint.config.json to use (default: the nearest one)");
const color = () => new Option("--color", "colour even where the output is no terminal");
const noColor = () => new Option("--no-color", "no colour (also NO_COLOR=1)");

function programOf(io: Io, end: (code: number) => void): Command {
  const program = new Command("halint")
    .description(
      "Finds what is wrong in the configuration of a Linux high-availability cluster, across files and nodes.",
    )
    .version(version, "-v, --version")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(halint --help tells more)")
    .enablePositionalOptions()
    .argument("[paths...]", "files and folders: a machine's files lie in NODE/etc/…", ["."])
    .addOption(format("pretty", "compact", "json"))
    .addOption(
      new Option(
        "--fail-level <level>",
        "least severity that makes halint end with 1 (default: error)",
      ).choices(["error", "warning", "info", "never"]),
    )
    .addOption(target())
    .addOption(config())
    .option("-q, --quiet", "print errors only, and no summary")
    .addOption(color())
    .addOption(noColor())
    .addHelpText(
      "after",
      "\nEnds with 0 when clean, 1 with findings, 2 on a wrong call or an internal fault.",
    )
    .action(async (paths: string[], options: Options) => end(await lintPaths(paths, options, io)));
  program
    .command("explain <rule>")
    .description("why a rule is there, with a wrong and a right example")
    .action(async (rule: string) => {
      const found = await explanation(rule);
      if ("error" in found) throw new UsageError(found.error);
      io.out(found.page);
    });
  program
    .command("rules")
    .description("all rules: id, severity, what the daemon itself does, summary")
    .addOption(format("table", "json"))
    .addOption(color())
    .addOption(noColor())
    .action((options) => io.out(options.format === "json" ? rulesJson() : rulesTable(colors(options, io))));
  program
    .command("nodes [paths...]")
    .description("which machine and cluster each file is taken for, and why")
    .addOption(format("text", "json"))
    .addOption(config())
    .addOption(color())
    .addOption(noColor())
    .action(async (paths: string[], options) => end(await listNodes(paths, options, io)));
  program
    .command("lsp")
    .description("the language server: an editor starts it and speaks with it")
    .option("--stdio", "over standard input and output (the default)")
    .option("--node-ipc", "over the channel of a forked Node")
    .action(async ({ nodeIpc }: { nodeIpc?: true }) => {
      const { start } = await import("../lsp/main.ts");
      start(nodeIpc ? "node-ipc" : "stdio", async (rule) => {
        const found = await explanation(rule);
        return "page" in found ? found.page : undefined;
      });
      await new Promise(() => {});
    });
  program
    .command("fmt [paths...]")
    .description("lays files out: indentation, blanks at line ends; nothing that a daemon reads")
    .option("--check", "write nothing, end with 1 if something would change")
    .option("--diff", "write nothing, print what would change")
    .option("--indent <step>", "blanks of one step, or tab (default: what the file uses most, or 4)")
    .option("--align", "put the words of consecutive lines into columns")
    .option("--stdin-filename <path>", "with -: the path of what is read from standard input")
    .addOption(config())
    .addHelpText(
      "after",
      "\nA file with a mistake of its grammar is left as it is.\nEnds with 0, with 1 where --check finds something, with 2 on a wrong call or a file that was left.",
    )
    .action(async (paths: string[], options: FmtOptions) =>
      end(await (await import("./fmt.ts")).fmt(paths.length > 0 ? paths : ["."], options, io)),
    );
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

async function lintPaths(paths: readonly string[], options: Options, io: Io): Promise<number> {
  const workspace = await opened(paths, options, io);
  const report = check(workspace);
  const shown = options.quiet
    ? report.findings.filter(({ severity }) => severity === "error")
    : report.findings;
  if (options.format === "json") io.out(json({ ...report, findings: shown }));
  else if (shown.length > 0)
    io.out(options.format === "compact" ? compact(shown) : pretty(shown, colors(options, io), io.columns));
  if (isEmpty(workspace) && report.findings.length === 0) nothing(paths, io);
  else if (!options.quiet && options.format !== "json") io.err(summary(report));
  if (report.faults.length > 0) io.err(faultLines(report.faults, io));
  return exitCode(report, options.failLevel ?? workspace.config?.failLevel ?? "error");
}

async function listNodes(
  paths: readonly string[],
  options: Options & { format: string },
  io: Io,
): Promise<number> {
  const workspace = await opened(paths.length > 0 ? paths : ["."], options, io);
  io.out(
    options.format === "json" ? stringify(nodesOf(workspace)) : nodesText(workspace, colors(options, io)),
  );
  io.err(compact(workspace.problems));
  if (isEmpty(workspace) && workspace.problems.length === 0) nothing(paths, io);
  return isEmpty(workspace) || workspace.problems.some(({ rule }) => rule === "file/missing") ? 2 : 0;
}

const opened = (paths: readonly string[], { config, target }: Options, { cwd }: Io): Promise<Workspace> =>
  openWorkspace(paths, {
    disk: nodeDisk,
    cwd,
    ...(config === undefined ? {} : { config }),
    ...(target === undefined ? {} : { targets: parseTargets(target) }),
  });

const isEmpty = ({ layout }: Workspace): boolean => layout.length === 0;

const nothing = (paths: readonly string[], { err }: Io): void =>
  err(`halint: nothing to check: no file that halint knows in ${plain(paths.join(", ") || ".")}\n`);

/** --color and --no-color, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
function colors({ color }: Pick<Options, "color">, { env, isTerminal }: Io) {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const wanted = env.NO_COLOR ? false : forced || (isTerminal && env.TERM !== "dumb");
  return picocolors.createColors(color ?? wanted);
}
