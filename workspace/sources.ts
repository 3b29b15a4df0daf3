import { relative } from "node:path";
import { editedSource, type Source, sourceOf } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import { type Disk, readText } from "./disk.ts";
import type { Machines } from "./machines.ts";
import { problemAt, problemOf } from "./problems.ts";

/** The texts of one run: each real file is read once, and is one Source however many paths lead to it. */
export interface Sources {
  readonly disk: Disk;
  /** undefined: not readable, which has been reported. */
  readonly read: (path: string) => Source | undefined;
  /** The path as it is shown: relative where it lies in the current folder. */
  readonly shown: (path: string) => string;
}

/** What an editor keeps from one run to the next, so that a file that did not change stays the same Source. */
export interface Memory {
  /** Texts of open documents, by real path: they count in place of what the disk holds. */
  readonly open: ReadonlyMap<string, string>;
  /** Files as the run before read them. */
  readonly before: ReadonlyMap<string, Known>;
  /** Filled by this run. */
  readonly known: Map<string, Known>;
  /** The disk, by an object that is another as soon as anything on it may have changed; undefined: nothing else is kept. */
  readonly held?: object;
  readonly machines?: Machines;
  /** Nothing that the run before has found is looked at any more: what an edit left as it was may move from its texts to this run's. */
  readonly moves?: true;
}

/** A file with the stamp it had when it was read. */
export interface Known {
  readonly stamp: string;
  readonly source?: Source;
  readonly problems: readonly Finding[];
}

export function openSources(
  cwd: string,
  disk: Disk,
  report: (problem: Finding) => void,
  memory?: Memory,
  onFile?: (path: string) => void,
): Sources {
  const byPath = new Map<string, Source | undefined>();

  const shown = (path: string): string => {
    const near = relative(cwd, path);
    return near === "" ? "." : near.startsWith("..") ? path : near;
  };

  const made = (path: string, text: string, earlier: Known | undefined): Source =>
    memory?.moves ? editedSource(shown(path), text, earlier?.source) : sourceOf(shown(path), text);

  const fresh = (path: string, stamp: string, text: string | undefined, earlier?: Known): Known => {
    if (text !== undefined) return { stamp, source: made(path, text, earlier), problems: [] };
    const content = readText(disk, path);
    if ("rule" in content)
      return { stamp, problems: [problemOf(content.rule, shown(path), content.message)] };
    const source = made(path, content.text, earlier);
    const { wrongAt } = content;
    return { stamp, source, problems: wrongAt === undefined ? [] : [notUtf8(source, wrongAt)] };
  };

  const remembered = (path: string, real: string, { open, before, known }: Memory): Known => {
    const text = open.get(real);
    const earlier = before.get(real);
    const stamp = text === undefined ? (disk.statOf(real)?.stamp ?? "") : "open";
    const same =
      earlier?.stamp === stamp && stamp !== "" && (text === undefined || earlier.source?.text === text);
    const found = same ? earlier : fresh(path, stamp, text, earlier);
    known.set(real, found);
    return found;
  };

  const load = (path: string, real: string): Source | undefined => {
    const { source, problems } = memory ? remembered(path, real, memory) : fresh(path, "", undefined);
    problems.forEach(report);
    return source;
  };

  return {
    disk,
    read: (path) => {
      const real = disk.realPath(path);
      if (!byPath.has(real)) {
        onFile?.(shown(path));
        byPath.set(real, load(path, real));
      }
      return byPath.get(real);
    },
    shown,
  };
}

const notUtf8 = (source: Source, at: number): Finding =>
  problemAt(
    "file/not-utf8",
    source,
    at,
    at + 1,
    "these bytes are not UTF-8: from here on some characters are guessed",
  );
