import { CommanderError } from "commander";
import { formats } from "../parsers/index.ts";
import type { CollectOptions } from "./collect/main.ts";
import { type ColorOptions, colorsFor } from "./colors.ts";
import type { DoctorOptions } from "./doctor.ts";
import { explained } from "./explained.ts";
import type { FmtOptions } from "./fmt.ts";
import type { Io } from "./io.ts";
import { type LintOptions, lintPaths } from "./lint.ts";
import { listNodes, type NodesOptions } from "./nodes.ts";
import { type CommandName, commands, type Shell } from "./options.ts";
import { type Action, programOf } from "./program.ts";
import { explain, explanation, rulesJson, rulesTable } from "./rules.ts";

/** Runs halint and gives its exit code: 0 clean, 1 findings, 2 a mistake of the user or of halint itself. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = programOf(
    io,
    actionsOf(io, (result) => {
      code = result;
    }),
  );
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.err(`halint: ${explained(error as Error, io)}\n`);
    return 2;
  }
}

/** What each command of the option table does. */
const actionsOf = (io: Io, end: (code: number) => void): Readonly<Record<CommandName, Action>> => ({
  lint: async (paths, options) => {
    const { watch } = options as LintOptions;
    const lint = watch ? (await import("./watch.ts")).watch : lintPaths;
    end(await lint(here(paths), options as LintOptions, io));
  },
  explain: async ([name], options) => io.out(await explain(name, colorsFor(options as ColorOptions, io))),
  rules: async (_, options) => {
    const { format, ...rest } = options as ColorOptions & { format: string };
    io.out(format === "json" ? rulesJson() : rulesTable(colorsFor(rest, io)));
  },
  nodes: async (paths, options) => end(await listNodes(here(paths), options as NodesOptions, io)),
  lsp: async (_, options) => {
    const { start } = await import("../lsp/main.ts");
    start((options as { nodeIpc?: true }).nodeIpc ? "node-ipc" : "stdio", async (rule) => {
      const found = await explanation(rule);
      return "page" in found ? found.page : undefined;
    });
    await new Promise(() => {});
  },
  doctor: async (paths, options) =>
    end(await (await import("./doctor.ts")).doctor(here(paths), options as DoctorOptions, io)),
  collect: async (_, options) => {
    const globs = formats.flatMap((format) => format.files);
    end(await (await import("./collect/main.ts")).collect(options as CollectOptions, globs, io));
  },
  init: async ([folder = "."]) => end(await (await import("./init.ts")).init(folder, io)),
  completion: async ([shell]) => {
    const { completionFor } = await import("./completion.ts");
    io.out(completionFor(shell as Shell, commands));
  },
  fmt: async (paths, options) =>
    end(await (await import("./fmt.ts")).fmt(here(paths), options as FmtOptions, io)),
});

const here = (paths: readonly string[]): readonly string[] => (paths.length > 0 ? paths : ["."]);
