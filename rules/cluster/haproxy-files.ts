import { haproxy } from "../../parsers/haproxy/index.ts";
import { haproxyDefault } from "../../parsers/shellvars/index.ts";
import type { Document } from "../rule.ts";
import { serviceOf } from "./haproxy-service.ts";
import type { FoundFile } from "./read.ts";

/** What a machine's service starts haproxy with. */
export interface HaproxyFiles {
  /** The file read first. */
  readonly main: string;
  /** Files, and globs of directories, read after it as one configuration; [] where nobody says so. */
  readonly also: readonly string[];
}

const usual = "/etc/haproxy/haproxy.cfg";

/**
 * The files that the command of haproxy.service names, with its drop-ins and the variables of its environment. Where no
 * unit is at hand, those of `-f $CONFIG $EXTRAOPTS` (Debian's unit) or `-f $CONFIG -f $CFGDIR $OPTIONS` (Red Hat's),
 * which systemd cuts at blanks. Of a variable that a substitution hides nothing is known.
 */
export function haproxyFiles(files: readonly FoundFile[]): HaproxyFiles {
  const { command, variables } = serviceOf(files);
  const [main = usual, ...rest] = named(command ? expanded(command, variables) : commandOf(files, variables));
  const also = rest.map((path) =>
    /\.(?:cfg|conf)$/.test(path) ? path : `${path.replace(/\/+$/, "")}/*.cfg`,
  );
  return { main, also: also.filter((path, i) => path !== main && also.indexOf(path) === i) };
}

/** The words after the program, as the distribution's unit has them. */
function commandOf(files: readonly FoundFile[], variables: ReadonlyMap<string, string>): string[] {
  const value = (name: string, absent: string): string => variables.get(name) ?? absent;
  const redHat = files.some(
    ({ format, path }) => format.id === haproxyDefault.id && path.startsWith("/etc/sysconfig/"),
  );
  const folder = redHat ? ["-f", value("CFGDIR", "/etc/haproxy/conf.d")] : [];
  const words = ["-f", value("CONFIG", usual), ...folder, value("EXTRAOPTS", ""), value("OPTIONS", "")];
  return words.join(" ").split(/[ \t\n]+/);
}

/** A command line of systemd.service(5): `$NAME` alone is cut at blanks, `${NAME}` stays one word. */
const expanded = (command: string, variables: ReadonlyMap<string, string>): string[] =>
  command.split(/[ \t]+/).flatMap((word) => {
    const alone = /^\$(\w+)$/.exec(word)?.[1];
    if (alone) return (variables.get(alone) ?? "").split(/[ \t\n]+/);
    return [word.replace(/^["']|["']$/g, "").replace(/\$\{(\w+)\}/g, (_, name) => variables.get(name) ?? "")];
  });

/** The words after `-f`, and all after `--`. */
const named = (words: readonly string[]): string[] =>
  words.filter((word, i) => {
    const end = words.indexOf("--");
    return word.startsWith("/") && (words[i - 1] === "-f" || (end >= 0 && i > end));
  });

/** Whether one of `also` names this file. */
export const isNamed = ({ also }: HaproxyFiles, { format, path }: FoundFile): boolean =>
  format.id === haproxy.id &&
  also.some(
    (one) => one === path || (one.endsWith("/*.cfg") && one === path.replace(/\/[^/]+\.cfg$/, "/*.cfg")),
  );

/** Whether a file of conf.d beside it may belong to the same configuration, which no file says. */
export const hasUnreadPart = ({ format, path, root }: Document, all: readonly Document[]): boolean =>
  format.id === haproxy.id &&
  root &&
  all.some(
    (other) =>
      other.format.id === haproxy.id &&
      !other.root &&
      other.path.startsWith(path.replace(/[^/]*$/, "conf.d/")),
  );
