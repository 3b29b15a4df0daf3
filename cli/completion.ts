import { bashCompletion } from "./completion/bash.ts";
import { fishCompletion } from "./completion/fish.ts";
import { zshCompletion } from "./completion/zsh.ts";
import type { CommandRow, Shell } from "./options.ts";

/** Makes a shell's script from the commands, of which the first is `halint` itself. */
export type Completion = (commands: readonly CommandRow[]) => string;

const completions: Readonly<Record<Shell, Completion>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** The script with which a shell completes these commands. */
export const completionFor = (shell: Shell, commands: Readonly<Record<string, CommandRow>>): string =>
  completions[shell](Object.values(commands));
