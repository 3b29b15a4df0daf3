import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { version } from "../package.json";
import type { Io } from "./io.ts";
import { type CommandName, type CommandRow, commands, type OptionRow } from "./options.ts";

/** Runs one command: its arguments, its options as commander names them. */
export type Action = (paths: readonly string[], options: object) => Promise<void>;

/** The parser of the command line, made of the option table. */
export function programOf(io: Io, actions: Readonly<Record<CommandName, Action>>): Command {
  const { lint, ...others } = commands;
  const program = new Command(lint.name)
    .version(version, "-v, --version")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(halint --help tells more)")
    .enablePositionalOptions();
  filled(program, lint, actions.lint);
  for (const [name, row] of Object.entries(others) as [CommandName, CommandRow][])
    filled(program.command(row.name), row, actions[name]).copyInheritedSettings(program);
  return program;
}

function filled(command: Command, row: CommandRow, action: Action): Command {
  command.description(row.summary);
  if (row.argument) command.addArgument(argumentOf(row.argument, row));
  for (const option of row.options) command.addOption(optionOf(option));
  if (row.notes) command.addHelpText("after", `\n${row.notes}`);
  return command.action(async () => action(command.args, command.opts()));
}

function argumentOf(flags: string, { argumentSummary, argumentChoices }: CommandRow): Argument {
  const argument = new Argument(flags, argumentSummary);
  return argumentChoices ? argument.choices([...argumentChoices]) : argument;
}

function optionOf(row: OptionRow): Option {
  const option = new Option(
    row.flags,
    row.withFile ? `${row.summary} (choices: ${row.choices?.join(", ")})` : row.summary,
  );
  if (row.choices && !row.withFile) option.choices([...row.choices]);
  if (row.initial !== undefined) option.default(row.initial);
  if (row.count) option.argParser(countOf);
  if (row.repeatable)
    option.argParser((value: string, before: readonly string[] = []) => [...before, checked(row, value)]);
  return option;
}

function checked({ choices, withFile }: OptionRow, value: string): string {
  const chosen = withFile ? value.replace(/=.*$/s, "") : value;
  if (choices && !choices.includes(chosen))
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.`);
  return value;
}

function countOf(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("A whole number from 0 is needed.");
  return Number(value);
}
