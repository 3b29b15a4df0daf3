import { flagsOf, namesOf, optionsOf } from "../flags.ts";
import type { CommandRow, OptionRow } from "../options.ts";

/** A function for bash 3.2 and later; it needs no bash-completion. Where it offers nothing, bash offers files. */
export function bashCompletion(commands: readonly CommandRow[]): string {
  const names = commands.slice(1).map(({ name }) => name);
  return `# halint's completion for bash, made by: halint completion bash
_halint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command=halint words=""
  COMPREPLY=()
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
      ${names.join(" | ")}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  # bash takes "--format=x" apart into three words.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $prev == "=" ]]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case "$command $prev" in
${commands.flatMap(valueCases).join("\n")}
    *)
      case "$command $cur" in
${commands.map(optionCase).join("\n")}
${commands.flatMap(argumentCase).join("\n")}
      esac
      if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
        words="${names.join(" ")}"
        compopt -o plusdirs 2>/dev/null
      fi
      ;;
  esac
  # shellcheck disable=SC2207 # no word has a blank, and macOS's bash has no mapfile
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _halint halint
`;
}

const ruleIds = "$(halint rules --no-color 2>/dev/null | cut -d ' ' -f 1)";

/** What stands behind an option that takes a value. */
const valueCases = (command: CommandRow): string[] =>
  optionsOf(command).flatMap((row) => {
    const flags = flagsOf(row);
    if (flags.value === undefined) return [];
    const patterns = namesOf(flags).map((name) => `"${command.name} ${name}"`);
    return [`    ${patterns.join(" | ")}) words="${wordsOf(row)}" ;;`];
  });

const wordsOf = ({ choices, offers, completes }: OptionRow): string =>
  completes === "rule" ? ruleIds : (choices ?? offers ?? []).join(" ");

const optionCase = (command: CommandRow): string =>
  `        "${command.name} -"*) words="${optionsOf(command)
    .flatMap((row) => namesOf(flagsOf(row)))
    .join(" ")}" ;;`;

function argumentCase({ name, completes, argumentChoices }: CommandRow): string[] {
  const words = completes === "rule" ? ruleIds : argumentChoices?.join(" ");
  return words === undefined ? [] : [`        "${name} "*) words="${words}" ;;`];
}
