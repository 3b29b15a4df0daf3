import { basename } from "node:path";
import picomatch from "picomatch";
import type { Format } from "../parsers/core/format.ts";
import { once, remembered } from "../parsers/core/remembered.ts";
import { untemplated } from "../parsers/core/templateTags.ts";
import { isWithin } from "./disk.ts";

/** What a path alone says of a file. */
export interface ByPath {
  readonly format: Format;
  /** The folder that stands for the machine's `/`. */
  readonly root: string;
  /** "/etc/keepalived/keepalived.conf" */
  readonly inside: string;
}

export interface Classifier {
  /** By its place in a machine's tree: `root` where the user named it, else the folder above the last `etc` that fits. */
  readonly byPath: (path: string, root?: string) => ByPath | undefined;
  /** By its mere name, for files outside a machine's tree: those that may claim it, most specific first. */
  readonly byName: (path: string) => readonly Format[];
  /** The same for a template, by the name of the file that it makes. */
  readonly byTemplate: (made: string) => readonly Format[];
  /** By its content, for a file that the user named. */
  readonly byContent: (head: string) => Format | undefined;
  /** Whether this folder, or this very file, could be or hold something of ours: worth a word when it is not read. */
  readonly mayHold: (path: string, file?: boolean) => boolean;
  /** Whether the format's daemon opens this path by itself. */
  readonly opens: (format: Format, inside: string) => boolean;
  /** The same for a file outside a machine's tree, by its name. */
  readonly opensName: (format: Format, path: string) => boolean;
}

type Test = (text: string) => boolean;

/** Characters of a file that `looksLike` is shown. */
export const headLength = 4096;

/** A format without content test claims every file of its name; one with it those of a name of its own, and also an empty file. */
export const accepts = ({ looksLike, ownNames }: Format, path: string, text: string): boolean =>
  !looksLike ||
  ownNames?.includes(basename(path)) ||
  text.trim() === "" ||
  looksLike(text.slice(0, headLength));

/** What tells the formats apart; it keeps what it has told of a path. */
export const classifier = remembered((formats: readonly Format[]): Classifier => {
  const matchers = formats.map((format) => ({
    format,
    files: test(format.files),
    names: test(format.names ?? []),
    roots: test(format.roots ?? ["**"]),
    literals: new Set(literalNames(format)),
    rootNames: test((format.roots ?? ["**"]).map((glob) => glob.slice(glob.lastIndexOf("/") + 1))),
  }));
  const of = (format: Format) => matchers.find((matcher) => matcher.format === format)!;
  const bases = formats.flatMap(({ files }) => files.map((glob) => picomatch.scan(glob).base));
  const anchors = new Set(formats.flatMap(({ files }) => files.map((glob) => glob.split("/")[1] ?? "")));

  const fits = (path: string, root: string): ByPath | undefined => {
    const inside = root === "/" ? path : path.slice(root.length);
    const match = matchers.find(({ files }) => files(inside));
    return match && { format: match.format, root, inside };
  };

  /** Folders that may stand for a machine's `/`, the nearest first. */
  const rootsOf = (path: string): string[] => {
    const parts = path.split("/");
    return parts
      .flatMap((part, i) => (i > 0 && anchors.has(part) ? [parts.slice(0, i).join("/") || "/"] : []))
      .reverse();
  };

  const told = new Map<string, ByPath | undefined>();
  const byPath = (path: string, root?: string): ByPath | undefined => {
    const key = root === undefined ? path : `${path}\0${root}`;
    if (!told.has(key)) told.set(key, lookedUp(path, root));
    return told.get(key);
  };
  const lookedUp = (path: string, root?: string): ByPath | undefined => {
    for (const folder of root === undefined ? rootsOf(path) : [root]) {
      const found = fits(path, folder);
      if (found) return found;
    }
    return undefined;
  };
  const byName = (path: string): readonly Format[] =>
    matchers.filter(({ names }) => names(basename(path))).map(({ format }) => format);
  const byTemplate = (made: string): readonly Format[] =>
    matchers
      .filter(({ names, literals }) => names(basename(made)) || literals.has(basename(made)))
      .map(({ format }) => format);

  return {
    byPath,
    byName,
    byTemplate,
    mayHold: (path, file = false) => {
      if (file) {
        const made = untemplated(path) ?? path;
        return byPath(made) !== undefined || (made === path ? byName : byTemplate)(made).length > 0;
      }
      const insides = rootsOf(path).map((root) => (root === "/" ? path : path.slice(root.length)));
      const related = (inside: string) =>
        bases.some((base) => isWithin(base, inside) || isWithin(inside, base));
      return insides.length === 0 || insides.some(related);
    },
    byContent: (head) => formats.find(({ looksLike }) => looksLike?.(head)),
    opens: (format, inside) => of(format).roots(inside),
    opensName: (format, path) => of(format).rootNames(basename(path)),
  };
});

/** Names of files with content to tell them by, for templates that lie anywhere: "drbd.conf". */
const literalNames = ({ files, looksLike }: Format): string[] =>
  looksLike ? files.map((glob) => basename(glob)).filter((name) => !/[*?{[]/.test(name)) : [];

const special = /[*?[\]{}()!+@|\\]/;

/** Most globs are whole paths. Of the others a pattern is made when a text first begins as it does. */
function test(globs: readonly string[]): Test {
  const whole = new Set(globs.filter((glob) => !special.test(glob)));
  const patterns = globs
    .filter((glob) => special.test(glob))
    .map((glob) => ({ start: glob.slice(0, glob.search(special)), matches: once(() => picomatch(glob)) }));
  return (text) =>
    whole.has(text) || patterns.some(({ start, matches }) => text.startsWith(start) && matches()(text));
}
