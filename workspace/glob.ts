import { join } from "node:path";
import picomatch from "picomatch";
import type { Disk } from "./disk.ts";

/** Alternatives of a pattern after which the rest are left out. */
const mostAlternatives = 200;

/**
 * What glob(3) with GLOB_BRACE gives for an absolute pattern: existing paths, sorted by their bytes within each
 * alternative, alternatives in the order written; a leading dot is only matched by a dot. Never leaves the
 * folders that the pattern names, but follows links: the caller checks where they lead.
 */
export function glob(pattern: string, disk: Disk): string[] {
  return alternatives(pattern).flatMap((alternative) => {
    const [first = "", ...parts] = alternative.split("/");
    return first === "" ? matches("/", parts.filter(Boolean), disk) : [];
  });
}

const magic = (part: string): boolean => /[*?[]/.test(part);

function matches(folder: string, [part, ...rest]: readonly string[], disk: Disk): string[] {
  if (part === undefined) return [folder];
  if (!magic(part)) {
    const path = join(folder, part.replace(/\\(.)/g, "$1"));
    return disk.statOf(path) ? matches(path, rest, disk) : [];
  }
  const test = picomatch(part.replaceAll("[!", "[^"), {
    nobrace: true,
    noextglob: true,
    nonegate: true,
    noglobstar: true,
  });
  return (disk.list(folder) ?? [])
    .map(({ name }) => name)
    .filter((name) => test(name))
    .sort(byBytes)
    .flatMap((name) => matches(join(folder, name), rest, disk));
}

/** `a{b,c}d` as `abd`, `acd`; a brace without its other half stands for itself. */
export function alternatives(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length < mostAlternatives) {
    const text = open.shift()!;
    const braces = firstBraces(text);
    if (!braces) {
      done.push(text);
      continue;
    }
    const { start, end, parts } = braces;
    open.unshift(
      ...parts.slice(0, mostAlternatives).map((part) => text.slice(0, start) + part + text.slice(end)),
    );
  }
  return done;
}

/** The first balanced `{…}` that holds something; `{}` is plain text, as in glob(3). */
function firstBraces(text: string): { start: number; end: number; parts: string[] } | undefined {
  for (let start = text.indexOf("{"); start >= 0; start = text.indexOf("{", start + 1)) {
    if (text[start + 1] === "}") continue;
    const parts: string[] = [];
    let depth = 0;
    let from = start + 1;
    for (let i = start; i < text.length; i++) {
      const char = text[i];
      if (char === "{") depth++;
      else if (char === "}") depth--;
      if (depth === 0 || (depth === 1 && char === ",")) {
        parts.push(text.slice(from, i));
        from = i + 1;
      }
      if (depth === 0) return { start, end: i + 1, parts };
    }
  }
  return undefined;
}

/** The order of UTF-8, which is that of code points and not that of UTF-16. */
function byBytes(a: string, b: string): number {
  const [one, two] = [[...a], [...b]];
  const at = one.findIndex((letter, i) => letter !== two[i]);
  return at < 0 ? one.length - two.length : one[at]!.codePointAt(0)! - (two[at]?.codePointAt(0) ?? -1);
}
