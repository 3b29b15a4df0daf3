import { cover, span, textOf } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

/** The shell's prompt, copied with the command: `crm(live/alice)configure#`. */
const prompt = /^crm\([^()]*\)[\w/.-]*[#$>]$/;

/** Levels and commands of the shell that make nothing in the configuration; a file with one is a script for `crm`, not for `load`. */
const shellWords = [
  ...[
    "configure",
    "commit",
    "verify",
    "validate-all",
    "show",
    "edit",
    "up",
    "back",
    "cd",
    "ls",
    "quit",
    "exit",
    "bye",
    "end",
    "help",
  ],
  ...[
    "delete",
    "rm",
    "erase",
    "load",
    "save",
    "ptest",
    "simulate",
    "template",
    "cib",
    "cibstatus",
    "graph",
    "refresh",
    "rename",
  ],
  ...[
    "filter",
    "modgroup",
    "upgrade",
    "schema",
    "assist",
    "history",
    "ra",
    "rsctest",
    "default-timeouts",
    "get_property",
    "get-property",
    "set",
  ],
  ...["resource", "cluster", "corosync", "maintenance", "options", "report", "script", "site", "status"],
];

/** What `crm configure` itself knows besides the commands that make something. */
const configureLevel = /^(crm|sudo|crm_\w+)$/;

/** Written for the shell's own reading, line by line: `crm configure primitive …`, or `configure`, `commit` among the lines. */
export const isScript = (lines: readonly Statement[]): boolean => shellWordIn(lines) !== undefined;

/** The first word that only the shell itself takes. */
export const shellWordIn = (lines: readonly Statement[]): Word | undefined =>
  lines.find(
    ({ keyword }) =>
      configureLevel.test(keyword.value) || prompt.test(keyword.value) || isShellWord(keyword.value),
  )?.keyword;

export const isShellWord = (word: string): boolean => shellWords.includes(word.toLowerCase());

/**
 * The command behind `crm configure`, `crm(live)configure#` or `sudo crm -F configure`, these as its prefix; `crm configure`
 * alone opens the level for the lines that follow.
 */
export function unprompted(line: Statement, script: boolean): Statement {
  if (!script) return line;
  const words = [line.keyword, ...line.args];
  let next = 0;
  const value = (): string => words[next]?.value ?? "";
  if (prompt.test(value())) next++;
  if (value() === "sudo") next++;
  if (value() === "crm_configure" && words.length > next + 1) next++;
  if (value() === "crm") {
    next++;
    while (/^-/.test(value())) next++;
  }
  if (next > 0 && value().toLowerCase() === "configure" && words.length > next + 1) next++;
  const keyword = words[next];
  if (next === 0 || !keyword || /^[<|]/.test(keyword.value)) return line;
  const at = cover(words[0]!.at, words[next - 1]!.at);
  const prefix: Word = {
    kind: "word",
    value: words
      .slice(0, next)
      .map((word) => word.value)
      .join(" "),
    at,
  };
  return { ...line, prefix, keyword, args: words.slice(next + 1) };
}

const isCrm = ({ keyword, args }: Statement): boolean =>
  keyword.value === "crm" ||
  keyword.value === "crm_configure" ||
  (keyword.value === "sudo" && args[0]?.value === "crm");

/** `crm configure` with nothing of its own behind it: what follows is read by crm. */
const opens = (line: Statement): boolean =>
  line.keyword.value.toLowerCase() === "configure" ||
  (isCrm(line) && line.args.at(-1)?.value.toLowerCase() === "configure");

/** A script for sh: it says so, or each of its commands for crm begins with `crm`. */
export function isShellFile(text: string, lines: readonly Statement[]): boolean {
  if (text.startsWith("#!")) return !/^#![^\n]*\bcrm\b/.test(text);
  return lines.some(isCrm) && !lines.some(opens) && !lines.some(({ keyword }) => prompt.test(keyword.value));
}

const substitutes = /(^|[^\\])(\$(\{|\(|[A-Za-z_])|`)/;

/** A program beside crm, or meant to be one: `crm_resource -r web`, and what rules/crmsh tells. */
export const isProgram = ({ keyword, args }: Statement): boolean =>
  /^crm_\w+$/.test(keyword.value) && !(keyword.value === "crm_configure" && args.length > 0);

/** A script for sh: crm's commands with the shell's variables as holes, and the lines that are not crm's, of which nothing is known. */
export function shellLines(lines: readonly Statement[]): {
  readonly crm: Statement[];
  readonly others: Statement[];
} {
  const crm: Statement[] = [];
  const others: Statement[] = [];
  let here: string | undefined;
  for (const line of lines) {
    if (here !== undefined ? line.keyword.value === here : !isCrm(line)) {
      here = undefined;
      others.push(opaque(line));
      continue;
    }
    here ??= line.args.map(({ value }) => /^<<-?(\w+)$/.exec(value)?.[1]).find((word) => word !== undefined);
    const args = line.args.map(
      (word): Word => (substitutes.test(textOf(word.at)) ? { ...word, hole: true } : word),
    );
    crm.push({ ...line, args });
  }
  return { crm, others };
}

/** A line that is not crm's: no keyword, all its words arguments. */
export function opaque(line: Statement): Statement {
  const { source, start } = line.at;
  const keyword: Word = { kind: "word", value: "", at: span(source, start, start) };
  return { ...line, keyword, args: [line.keyword, ...line.args] };
}
