import { flagsOf, namesOf, optionsOf } from "../flags.ts";
import type { CommandRow, OptionRow } from "../options.ts";

/** The file _halint of a folder in $fpath. */
export function zshCompletion(commands: readonly CommandRow[]): string {
  const [lint, ...others] = commands;
  return `#compdef halint
# halint's completion for zsh, made by: halint completion zsh

_halint_rules() {
  compadd -- \${(f)"$(halint rules --no-color 2>/dev/null | cut -d ' ' -f 1)"}
}

# A choice, or CHOICE=FILE.
_halint_with_file() {
  if compset -P 1 '*='; then _files; else compadd -- "$@"; fi
}

_halint_commands() {
  local -a commands=(
${others.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
  )
  _alternative 'commands:command:{ _describe -t commands command commands }' 'files:file:_files'
}

_halint() {
  if ((CURRENT > 2)); then
    case $words[2] in
${others.map(commandCase).join("\n")}
    esac
  fi
  _arguments \\
${specsOf(lint!, ["'1: :_halint_commands'", "'*: :_files'"])}
}

_halint "$@"
`;
}

const commandCase = (command: CommandRow): string => `      ${command.name})
        shift words
        ((CURRENT--))
        _arguments \\
${specsOf(command, argumentSpec(command))}
        return
        ;;`;

function argumentSpec({ argument, argumentChoices, completes }: CommandRow): string[] {
  if (argument === undefined) return [];
  const count = argument.includes("...") ? "*" : "1";
  if (argumentChoices) return [quoted(`${count}: :(${argumentChoices.join(" ")})`)];
  return [quoted(`${count}: :${completes === "rule" ? "_halint_rules" : "_files"}`)];
}

const specsOf = (command: CommandRow, more: readonly string[]): string =>
  [...optionsOf(command).flatMap(optionSpecs), ...more].map((spec) => `          ${spec}`).join(" \\\n");

/** One a name: each is offered once, unless it may be given again. */
function optionSpecs(row: OptionRow): string[] {
  const flags = flagsOf(row);
  const names = namesOf(flags);
  const value =
    flags.value === undefined ? "" : `:${flags.value.replace(/[[\]=:]/g, " ").trim()}:${actionOf(row)}`;
  return names.map((name) => {
    const before = row.repeatable ? "*" : `(${names.join(" ")})`;
    return quoted(
      `${before}${name}${flags.value === undefined ? "" : name.startsWith("--") ? "=" : "+"}[${told(row.summary)}]${value}`,
    );
  });
}

function actionOf({ choices, offers, completes, withFile }: OptionRow): string {
  if (withFile) return `_halint_with_file ${choices?.join(" ")}`;
  if (choices ?? offers) return `(${(choices ?? offers)?.join(" ")})`;
  return completes === "rule" ? "_halint_rules" : completes === "file" ? "_files" : "";
}

const told = (summary: string): string => summary.replace(/[\\[\]:]/g, "\\$&");
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
