import { flagsOf, namesOf, optionsOf } from "../cli/flags.ts";
import type { CommandRow, OptionRow } from "../cli/options.ts";

/** The manual page halint(1) in the macros of man(7), made of the option table. */
export function manPage(commands: readonly CommandRow[], version: string): string {
  const [lint, ...others] = commands;
  return `.\\" Made from cli/options.ts by npm run generate.
.TH HALINT 1 "" "halint ${version}" "User Commands"
.SH NAME
halint \\- finds mistakes in the configuration of high\\-availability clusters
.SH SYNOPSIS
${commands.map(synopsis).join("\n.br\n")}
.SH DESCRIPTION
${text(lint!.summary)}
The files of a machine lie below a folder of its name, as they lie on it:
.IR node /etc/keepalived/keepalived.conf.
Without a path, halint judges the folder it is called in.
.SH OPTIONS
${optionsOf(lint!).map(optionEntry).join("\n")}
.SH COMMANDS
${others.map(commandEntry).join("\n")}
.SH EXIT STATUS
${statuses.map(([status, meaning]) => entry(`.B ${status}`, meaning)).join("\n")}
.SH ENVIRONMENT
${variables.map(([name, meaning]) => entry(`.B ${name}`, meaning)).join("\n")}
.SH FILES
${files.map(([name, meaning]) => entry(`.I ${text(name)}`, meaning)).join("\n")}
.SH EXAMPLES
${examples.map(([command, meaning]) => entry(`.B ${text(command)}`, meaning)).join("\n")}
`;
}

const statuses = [
  ["0", "No finding at the fail level or above."],
  ["1", "Findings."],
  ["2", "A wrong call, a path that is not there, nothing to check, or a fault of halint itself."],
] as const;

const variables = [
  ["NO_COLOR", "If it is set, there is no colour."],
  ["FORCE_HYPERLINK", "If it is set, there are links to files, or with 0 none."],
  [
    "GITHUB_ACTIONS",
    "If it is true and no format is named, annotations of GitHub come after what a person reads.",
  ],
] as const;

const files = [
  [
    "halint.config.yaml, halint.config.json",
    "Names nodes, clusters, targets and the levels of rules; the nearest one above the paths counts.",
  ],
] as const;

const examples = [
  ["halint", "Judges all machines below this folder."],
  ["halint --target debian-12 zerg supermente", "Judges two machines, for the daemons of Debian 12."],
  ["halint --format pretty --format sarif=halint.sarif", "Prints for a person, and writes SARIF."],
  ["halint explain cluster/advert-int-mismatch", "Tells why a rule is there."],
] as const;

const entry = (head: string, body: string): string => `.TP\n${head}\n${text(body)}`;

function synopsis({ name, argument = "", options }: CommandRow): string {
  const words = [
    `.B ${name === "halint" ? name : `halint ${name}`}`,
    ...(options.length > 0 ? ["[\\fIoption\\fR]..."] : []),
    ...(argument === "" ? [] : [operand(argument)]),
  ];
  return words.join("\n");
}

/** "[paths...]" → [path]... */
function operand(argument: string): string {
  const [, name = argument, many = ""] = /^[[<]([a-z]+?)(?:s(\.\.\.))?[\]>]$/.exec(argument) ?? [];
  const word = `\\fI${name}\\fR`;
  return `${argument.startsWith("[") ? `[${word}]` : word}${many}`;
}

function optionEntry(row: OptionRow): string {
  const flags = flagsOf(row);
  const names = namesOf(flags).map((name) => `\\fB${text(name)}\\fR`);
  const value = flags.value === undefined ? "" : ` \\fI${text(flags.value)}\\fR`;
  const notes = [
    ...(row.choices ? [`One of ${row.choices.join(", ")}.`] : []),
    ...(row.initial === undefined ? [] : [`Without it: ${row.initial}.`]),
  ];
  return entry(`${names.join(", ")}${value}`, [`${sentence(row.summary)}`, ...notes].join("\n"));
}

function commandEntry(row: CommandRow): string {
  const title = [row.name, ...(row.argument ? [row.argument] : [])].join(" ");
  const own = row.options.length > 0 ? `\n.RS\n${row.options.map(optionEntry).join("\n")}\n.RE` : "";
  const notes = row.notes ? `\n.IP\n${row.notes.split("\n").map(text).join("\n.br\n")}` : "";
  return `${entry(`.B ${text(title)}`, sentence(row.summary))}${notes}${own}`;
}

/** A first word that is a name keeps its letters. */
const sentence = (summary: string): string =>
  summary.replace(/^[a-z]+(?=[ ,:])/, (word) => word.charAt(0).toUpperCase() + word.slice(1)) +
  (summary.endsWith(".") ? "" : ".");

/** Words as roff prints them: its escapes, the minus that can be copied, and no request at the start of a line. */
const text = (words: string): string =>
  words
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("…", "...")
    .replace(/^(?=[.'])/gm, "\\&");
