import type { Source } from "../parsers/core/source.ts";
import { copyOf, type Original } from "./copy.ts";
import type { Daemon, Message } from "./daemon.ts";
import { installed, systemFolders } from "./installed.ts";
import { run } from "./run.ts";

/** A configuration to ask a daemon about. */
export interface Question {
  readonly daemon: Daemon;
  /** The file that the daemon opens by itself. */
  readonly main: Source;
  /** With all that it includes. */
  readonly files: readonly Original[];
  /** The machine's name, "" where it has none. */
  readonly node: string;
}

/** A message of a daemon, placed in a file that halint read. */
export interface Said extends Message {
  readonly source: Source;
}

/** What a daemon said; `failed`: why it gave no verdict. */
export interface Answer<Asked extends Question = Question> {
  readonly question: Asked;
  readonly said: readonly Said[];
  readonly failed?: string;
}

/** The version of an installed daemon; undefined: it is not installed, or does not say. */
export async function versionOf(
  daemon: Daemon,
  folders: readonly string[] = systemFolders,
): Promise<string | undefined> {
  const program = installed(daemon, folders);
  if (program === undefined) return undefined;
  const output = await run({ program, args: daemon.version.args, cwd: "/" });
  return output && daemon.version.pattern.exec(output.stdout + output.stderr)?.[1];
}

/** Asks a daemon that is installed; undefined: it is not. */
export async function ask<Asked extends Question>(
  question: Asked,
  folders: readonly string[] = systemFolders,
): Promise<Answer<Asked> | undefined> {
  const { daemon, main, files, node } = question;
  const program = installed(daemon, folders);
  if (program === undefined) return undefined;
  const copy = copyOf(files, daemon.include);
  try {
    const path = copy.pathOf(main) ?? copy.root;
    const output = await run({
      program,
      args: daemon.args(path, node),
      cwd: copy.root,
      ...(daemon.nodeVariable && node !== "" ? { env: { [daemon.nodeVariable]: node } } : {}),
    });
    if (!output) return { question, said: [], failed: "could not be started" };
    if (output.code === undefined)
      return { question, said: [], failed: "was ended by a signal or took too long" };
    const said = daemon.read(output).flatMap((message): Said[] => {
      const source = message.path === undefined ? main : copy.sourceAt(message.path);
      return source ? [{ ...message, source, text: copy.shown(message.text) }] : [];
    });
    return { question, said };
  } finally {
    copy.remove();
  }
}
