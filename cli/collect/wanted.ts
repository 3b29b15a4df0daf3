import picomatch from "picomatch";
import { maxBytes } from "../../workspace/disk.ts";
import { alternatives } from "../../workspace/glob.ts";

/** What is asked of a machine. */
export interface Wanted {
  /** Whether this file was asked for; without the first `/`. */
  readonly isAsked: (path: string) => boolean;
  /** What the far side's shell runs: the same for every machine, and it only reads. */
  readonly script: string;
}

/** Below these lies what a package or the running system puts there: no configuration of this machine. */
const foreign = /^\/(?:run|lib|usr)\//;

const isDeep = (glob: string): boolean => glob.includes("**");

/** `files`: globs of all formats on a machine's paths. */
export function wantedOf(files: readonly string[]): Wanted {
  const globs = [...new Set(files.flatMap(alternatives).filter((glob) => !foreign.test(glob)))]
    .map((glob) => glob.slice(1))
    .sort();
  return { isAsked: picomatch(globs, { dot: true }), script: scriptOf(globs) };
}

/**
 * Links are followed on the far side, so that what they lead to comes along as a file; a file that cannot be read is left out, one that
 * changes meanwhile is not (tar then ends with 1). For `find -path` a star matches any number of folders.
 */
function scriptOf(globs: readonly string[]): string {
  const deep = globs.filter(isDeep);
  const tests = deep.map((glob) => `-path '${glob.replace("**/", "")}'`).join(" -o ");
  const folders = [...new Set(deep.map((glob) => picomatch.scan(glob).base))].filter(
    (base, _, all) => !all.some((other) => base.startsWith(`${other}/`)),
  );
  const common = `-type f -size -${maxBytes / 1024 + 1}k`;
  const near = `find -L ${globs.filter((glob) => !isDeep(glob)).join(" ")} -maxdepth 0 ${common} -print0`;
  const below = `find -L ${folders.join(" ")} ${common} \\( ${tests} \\) -print0`;
  const pack = "tar -chzf - --hard-dereference --no-recursion --ignore-failed-read --null -T -";
  return `cd / && { ${near}; ${below}; } 2>/dev/null | sort -zu | ${pack} 2>/dev/null; [ $? -le 1 ]`;
}

/** The command for ssh: with sudo, one that asks for no password. */
export const commandOf = (script: string, sudo: boolean): string =>
  `${sudo ? "sudo -n " : ""}sh -c '${script.replaceAll("'", `'\\''`)}'`;
