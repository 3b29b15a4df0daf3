import { haproxy } from "../../parsers/haproxy/index.ts";
import { haproxyDefault } from "../../parsers/shellvars/index.ts";
import type { Document } from "../rule.ts";
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
 * The files of `-f $CONFIG $EXTRAOPTS` (Debian's unit) or `-f $CONFIG -f $CFGDIR $OPTIONS` (Red Hat's), which systemd
 * cuts at blanks. Of a variable that a substitution hides nothing is known.
 */
export function haproxyFiles(files: readonly FoundFile[]): HaproxyFiles {
  const words = files.flatMap(({ format, source, path }): string[] => {
    if (format.id !== haproxyDefault.id) return [];
    const model = haproxyDefault.model(haproxyDefault.parse(source));
    const value = (name: string, absent: string): string => model.get(name)?.value ?? absent;
    const redHat = path.startsWith("/etc/sysconfig/");
    const config = ["-f", value("CONFIG", usual)];
    const folder = redHat ? ["-f", value("CFGDIR", "/etc/haproxy/conf.d")] : [];
    return [...config, ...folder, value("EXTRAOPTS", ""), value("OPTIONS", "")];
  });
  const [main = usual, ...rest] = named(words.join(" ").split(/[ \t\n]+/));
  const also = rest.map((path) =>
    /\.(?:cfg|conf)$/.test(path) ? path : `${path.replace(/\/+$/, "")}/*.cfg`,
  );
  return { main, also: also.filter((path, i) => path !== main && also.indexOf(path) === i) };
}

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
