import type { Severity } from "../rules/rule.ts";

/** How a program ended, and what it printed. */
export interface Output {
  /** undefined: a signal ended it. */
  readonly code?: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One message of a daemon about its configuration. */
export interface Message {
  /** As the daemon wrote it; absent: the file it was given. */
  readonly path?: string;
  /** From 1; absent: the daemon named none. */
  readonly line?: number;
  readonly severity: Severity;
  readonly text: string;
  /** It speaks of the machine it runs on (an interface, a user, a certificate that is not here), not of the file. */
  readonly environment: boolean;
}

/** A daemon that can check its configuration without starting: what to call and how to read the answer. */
export interface Daemon {
  /** As `--target` names it; its findings are of the rule daemon/<id>. */
  readonly id: string;
  /** The id of the format whose files it is asked about. */
  readonly format: string;
  readonly program: string;
  readonly version: { readonly args: readonly string[]; readonly pattern: RegExp };
  /** Arguments that make it check this file as the machine of that name, "" where it has none. */
  readonly args: (path: string, node: string) => readonly string[];
  /** Finds lines that are for single machines: without a machine's name nothing can be said of the file. */
  readonly byNode?: RegExp;
  /** The variable of its environment that says which machine it is to be. */
  readonly nodeVariable?: string;
  /** What stands before the absolute path of an include, in group 1: the path is led into the copied tree. */
  readonly include?: RegExp;
  /** Words of a file that make the check itself run code. */
  readonly runs?: (text: string) => string | undefined;
  readonly read: (output: Output) => readonly Message[];
}

/** The lines of an output that are not empty. */
export const linesIn = (text: string): readonly string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== "");

/** Each message once. */
export const distinct = (messages: readonly Message[]): readonly Message[] => [
  ...new Map(messages.map((one) => [`${one.path}\0${one.line}\0${one.text}`, one])).values(),
];
