import { isOperator, plainWords } from "../core/shell.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";

/** A command that starts, stops or restarts a service. */
export interface ServiceCall {
  /** Without its path and ".service": "apache2". */
  readonly name: string;
  /** undefined: none is written, so that nothing is done. */
  readonly action?: string;
  /** The word that names the service. */
  readonly word: Word;
  readonly statement: Statement;
}

/** A `mount` command. */
export interface MountCall {
  /** `mount -a`: all of fstab, of the one type if there is one. */
  readonly all: boolean;
  readonly device?: Word;
  readonly point?: Word;
  readonly type?: string;
  readonly options: readonly string[];
  readonly statement: Statement;
}

/** What /etc/rc.local does, in order, up to an `exit` that is always reached. */
export interface RcLocal {
  readonly services: readonly ServiceCall[];
  readonly mounts: readonly MountCall[];
}

/** Words that may stand before a command without changing which command it is. */
const before = [
  "if",
  "then",
  "else",
  "elif",
  "do",
  "while",
  "until",
  "!",
  "{",
  "sudo",
  "exec",
  "nohup",
  "command",
  "time",
];

/** A command without the words before it, redirections and the operator after it. */
interface Command {
  readonly words: readonly Word[];
  readonly statement: Statement;
}

export function modelOf({ statements }: Tree): RcLocal {
  const services: ServiceCall[] = [];
  const mounts: MountCall[] = [];
  for (const command of reached(statements)) {
    services.push(...servicesOf(command));
    mounts.push(...mountsOf(command));
  }
  return { services, mounts };
}

/** The commands before the first `exit` outside `if`, `case`, loops and functions that no `&&` or `||` guards. */
function reached(statements: readonly Statement[]): Command[] {
  const commands: Command[] = [];
  let depth = 0;
  let guarded = false;
  for (const statement of statements) {
    const first = statement.keyword.value;
    if (["fi", "esac", "done", "}"].includes(first)) depth--;
    if (["if", "case", "for", "while", "until", "{"].includes(first)) depth++;
    const words = commandWords(statement);
    const name = words[0]?.value;
    if (name === "exit" && depth <= 0 && !guarded) break;
    const operator = [statement.keyword, ...statement.args].at(-1)!;
    guarded = isOperator(operator) && ["&&", "||"].includes(operator.value);
    if (words.length > 0) commands.push({ words, statement });
  }
  return commands;
}

function commandWords({ keyword, args }: Statement): Word[] {
  const words = plainWords([keyword, ...args]);
  const start = words.findIndex(({ value }) => !before.includes(value) && !/^[A-Za-z_]\w*=/.test(value));
  return start < 0 ? [] : words.slice(start);
}

const nameOf = (value: string): string => value.replace(/^.*\//, "").replace(/\.service$/, "");

function servicesOf({ words, statement }: Command): ServiceCall[] {
  const [command, ...args] = words;
  if (!command || command.hole) return [];
  if (/^\/etc\/(rc\.d\/)?init\.d\/./.test(command.value)) return [call(command, args[0], statement)];
  const name = nameOf(command.value);
  const rest = args.filter(({ value }) => !value.startsWith("-"));
  if (name === "service" || name === "invoke-rc.d" || name === "rc-service")
    return rest[0] ? [call(rest[0], rest[1], statement)] : [];
  if (name === "systemctl") return rest.slice(1).map((unit) => call(unit, rest[0], statement));
  if ((name === "sh" || name === "bash") && rest[0]?.value.includes("/init.d/"))
    return [call(rest[0], rest[1], statement)];
  return [];
}

const call = (word: Word, action: Word | undefined, statement: Statement): ServiceCall => ({
  name: nameOf(word.value),
  word,
  statement,
  ...(action ? { action: action.value } : {}),
});

function mountsOf({ words, statement }: Command): MountCall[] {
  const [command, ...args] = words;
  if (!command || nameOf(command.value) !== "mount") return [];
  const plain: Word[] = [];
  const options: string[] = [];
  let type: string | undefined;
  let all = false;
  for (let i = 0; i < args.length; i++) {
    const { value } = args[i]!;
    const long = /^--(types|options)(?:=(.*))?$/.exec(value);
    const short = /^-([a-zA-Z]*?)([to])(.*)$/.exec(value);
    const letters = value.startsWith("-") ? (short?.[1] ?? value.slice(1)) : "";
    if (value === "--all" || (!value.startsWith("--") && letters.includes("a"))) all = true;
    if (value === "--bind" || value === "--rbind") options.push(value.slice(2));
    const flag = long?.[1]?.[0] ?? (value.startsWith("--") ? undefined : short?.[2]);
    if (flag) {
      const given = (long ? long[2] : short?.[3]) || args[++i]?.value;
      if (flag === "t") type = given;
      else options.push(...(given?.split(",") ?? []));
    } else if (!value.startsWith("-")) plain.push(args[i]!);
  }
  const [device, point] = plain.length > 1 ? plain : [undefined, plain[0]];
  return [
    {
      all,
      options,
      statement,
      ...(device ? { device } : {}),
      ...(point ? { point } : {}),
      ...(type ? { type } : {}),
    },
  ];
}
