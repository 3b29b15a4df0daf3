import { flagsOf, optionsOf } from "../flags.ts";
import type { CommandRow, OptionRow } from "../options.ts";

/** The file halint.fish of a completions folder, for fish 3.0 and later. */
export function fishCompletion(commands: readonly CommandRow[]): string {
  const [lint, ...others] = commands;
  const names = others.map(({ name }) => name).join(" ");
  const lines = [
    ...others.map(
      ({ name, summary }) => `complete -c halint -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...linesOf(lint!, `not __fish_seen_subcommand_from ${names}`),
    ...others.flatMap((command) => linesOf(command, `__fish_seen_subcommand_from ${command.name}`)),
  ];
  return `# halint's completion for fish, made by: halint completion fish
complete -c halint -f
${lines.join("\n")}
`;
}

const ruleIds = "(halint rules --no-color 2>/dev/null | string replace -r ' .*' '')";

function linesOf(command: CommandRow, condition: string): string[] {
  const head = `complete -c halint -n ${quoted(condition)}`;
  const words = command.completes === "rule" ? ruleIds : command.argumentChoices?.join(" ");
  return [
    ...optionsOf(command).map((row) => `${head} ${optionOf(row)}`),
    ...(words === undefined ? [] : [`${head} -a ${quoted(words)}`]),
    ...(command.completes === "file" ? [`${head} -F`] : []),
  ];
}

function optionOf(row: OptionRow): string {
  const { short, long, value } = flagsOf(row);
  return [
    ...(short ? [`-s ${short.slice(1)}`] : []),
    `-l ${long.slice(2)}`,
    ...(value === undefined ? [] : [valueOf(row)]),
    `-d ${quoted(row.summary)}`,
  ].join(" ");
}

function valueOf({ choices, offers, completes }: OptionRow): string {
  const words = completes === "rule" ? ruleIds : (choices ?? offers)?.join(" ");
  return words === undefined ? (completes === "file" ? "-r -F" : "-x") : `-x -a ${quoted(words)}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
