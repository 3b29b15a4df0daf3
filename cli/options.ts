import { presetNames } from "../workspace/targets.ts";

/** One option of the command line. The parser, the help, the man page and the shell completions are made of these rows. */
export interface OptionRow {
  /** As commander writes them: "-c, --config <file>". */
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  /** Of the choices. */
  readonly initial?: string;
  /** May be given several times; its value is then a list. */
  readonly repeatable?: true;
  /** The value is a whole number from 0. */
  readonly count?: true;
  /** A choice may be followed by =FILE. */
  readonly withFile?: true;
  /** What a shell completes where the value stands. */
  readonly completes?: "file" | "rule";
  /** Values that a shell offers beside others that are as good. */
  readonly offers?: readonly string[];
}

/** One command: `halint` itself, or `halint NAME`. */
export interface CommandRow {
  readonly name: string;
  /** "[paths...]", "<rule>" */
  readonly argument?: string;
  readonly argumentSummary?: string;
  readonly argumentChoices?: readonly string[];
  readonly completes?: "file" | "rule";
  readonly summary: string;
  readonly options: readonly OptionRow[];
  /** Told at the end of the help. */
  readonly notes?: string;
}

/** What `--format` of a run takes; cli/output.ts knows what makes each. */
export const formatNames = [
  "pretty",
  "compact",
  "json",
  "jsonl",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "rdjson",
  "html",
] as const;

const target: OptionRow = {
  flags: "-t, --target <target>",
  summary: `versions to check for: ${presetNames.join(", ")}, or keepalived=2.2.7,…`,
  offers: presetNames,
};
const config: OptionRow = {
  flags: "-c, --config <file>",
  summary: "halint.config.json to use (default: the nearest one)",
  completes: "file",
};
const render: OptionRow = {
  flags: "--render <inventory>",
  summary: "render Jinja templates for the hosts of this Ansible inventory, and compare what they make",
  completes: "file",
};
const colors: readonly OptionRow[] = [
  { flags: "--color", summary: "colour even where the output is no terminal" },
  { flags: "--no-color", summary: "no colour (also NO_COLOR=1)" },
];
const levels = ["error", "warning", "info"] as const;
const format = (...choices: string[]): OptionRow => ({
  flags: "-f, --format <format>",
  summary: "how to print",
  choices,
  initial: choices[0]!,
});

const lint: CommandRow = {
  name: "halint",
  argument: "[paths...]",
  argumentSummary: "files and folders: a machine's files lie in NODE/etc/…; - is standard input",
  completes: "file",
  summary:
    "Finds what is wrong in the configuration of a Linux high-availability cluster, across files and nodes.",
  options: [
    {
      flags: "-f, --format <format[=file]>",
      summary: "how to print, and where to instead of standard output; may be given several times",
      choices: formatNames,
      repeatable: true,
      withFile: true,
      completes: "file",
    },
    {
      flags: "--severity <level>",
      summary: "least severity that is printed (default: info)",
      choices: levels,
    },
    {
      flags: "--fail-level <level>",
      summary: "least severity that makes halint end with 1 (default: error)",
      choices: [...levels, "never"],
    },
    {
      flags: "--max-warnings <count>",
      summary: "end with 1 where there are more warnings than this",
      count: true,
    },
    { flags: "--fix", summary: "mend what has one right answer or keeps its meaning" },
    { flags: "--unsafe-fixes", summary: "mend also what is only offered: read the result" },
    { flags: "--diff", summary: "write nothing, print what --fix would change" },
    {
      flags: "--baseline <file>",
      summary:
        "leave out the findings that this file knows (default with --baseline-write: halint-baseline.json)",
      completes: "file",
    },
    { flags: "--baseline-write", summary: "make a baseline of all findings of this run" },
    { flags: "--baseline-prune", summary: "take what is no more out of the baseline" },
    {
      flags: "--print-config <file>",
      summary: "check nothing, print what holds for this file",
      completes: "file",
    },
    {
      flags: "--stdin-filename <path>",
      summary: "with -: the file that standard input stands for",
      completes: "file",
    },
    {
      flags: "--since <ref>",
      summary:
        "check all, report only what concerns lines that changed since this commit of git, or was not found in it",
    },
    { flags: "--watch", summary: "check again whenever a file changes, until Ctrl-C" },
    {
      flags: "--with-daemons",
      summary:
        "ask the daemons that are installed here as well (keepalived -t, haproxy -c, …): only for files you trust",
    },
    {
      flags: "--trust",
      summary: "with --with-daemons: ask also where the check itself runs code of the file (lua-load)",
    },
    render,
    target,
    config,
    { flags: "-q, --quiet", summary: "print errors only, and no summary" },
    ...colors,
  ],
  notes: "Ends with 0 when clean, 1 with findings, 2 on a wrong call or an internal fault.",
};

const explain: CommandRow = {
  name: "explain",
  argument: "[rule]",
  argumentSummary: "a rule, or a room of rules (default: all rooms)",
  completes: "rule",
  summary: "why a rule is there, with a wrong and a right example",
  options: [...colors],
};

const rules: CommandRow = {
  name: "rules",
  summary: "all rules: id, severity, what the daemon itself does, summary",
  options: [format("table", "json"), ...colors],
};

const nodes: CommandRow = {
  name: "nodes",
  argument: "[paths...]",
  completes: "file",
  summary: "which machine and cluster each file is taken for, and why",
  options: [format("text", "json"), render, config, ...colors],
};

const lsp: CommandRow = {
  name: "lsp",
  summary: "the language server: an editor starts it and speaks with it",
  options: [
    { flags: "--stdio", summary: "over standard input and output (the default)" },
    { flags: "--node-ipc", summary: "over the channel of a forked Node" },
  ],
};

const fmt: CommandRow = {
  name: "fmt",
  argument: "[paths...]",
  completes: "file",
  summary: "lays files out: indentation, blanks at line ends; nothing that a daemon reads",
  options: [
    { flags: "--check", summary: "write nothing, end with 1 if something would change" },
    { flags: "--diff", summary: "write nothing, print what would change" },
    {
      flags: "--indent <step>",
      summary: "blanks of one step, or tab (default: what the file uses most, or 4)",
    },
    { flags: "--align", summary: "put the words of consecutive lines into columns" },
    {
      flags: "--stdin-filename <path>",
      summary: "with -: the path of what is read from standard input",
      completes: "file",
    },
    config,
  ],
  notes:
    "A file with a mistake of its grammar is left as it is.\nEnds with 0, with 1 where --check finds something, with 2 on a wrong call or a file that was left.",
};

const collect: CommandRow = {
  name: "collect",
  summary: "fetches the files that halint reads from live machines, which only read",
  options: [
    { flags: "--ssh <host...>", summary: "machines, as ssh knows them: HOST or USER@HOST" },
    {
      flags: "--to <dir>",
      summary: "folder in which each machine gets one of its own (default: the current one)",
      completes: "file",
    },
    { flags: "--sudo", summary: "read as root there, by sudo without a password" },
    { flags: "--force", summary: "replace folders that halint did not make" },
  ],
};

const init: CommandRow = {
  name: "init",
  argument: "[folder]",
  summary: "writes a halint.config.yaml of the machines that lie here",
  options: [],
};

/** The shells that `halint completion` knows. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

const completion: CommandRow = {
  name: "completion",
  argument: "<shell>",
  argumentChoices: shells,
  summary: "prints what a shell needs to complete commands, options, rules and files of halint",
  options: [],
  notes: `bash: put this into ~/.bashrc: source <(halint completion bash)
zsh:  halint completion zsh > FOLDER/_halint, where FOLDER is in $fpath
fish: halint completion fish > ~/.config/fish/completions/halint.fish`,
};

const doctor: CommandRow = {
  name: "doctor",
  argument: "[paths...]",
  completes: "file",
  summary:
    "what halint finds here: versions, config, machines, checkers that are installed, and what may be amiss",
  options: [
    format("text", "json"),
    { flags: "--with-daemons", summary: "run the checkers that are installed to ask for their versions" },
    target,
    config,
    ...colors,
  ],
  notes: "Ends with 0, or with 2 where nothing is found that halint could check.",
};

/** Every command by name; `lint` is what `halint` does without one. */
export const commands = { lint, explain, rules, nodes, lsp, fmt, collect, init, completion, doctor } as const;

export type CommandName = keyof typeof commands;
