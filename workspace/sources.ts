import { relative } from "node:path";
import { type Source, sourceOf } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import { readText, realPath } from "./disk.ts";
import { problemAt, problemOf } from "./problems.ts";

/** The texts of one run: each real file is read once, and is one Source however many paths lead to it. */
export interface Sources {
  /** undefined: not readable, which has been reported. */
  readonly read: (path: string) => Source | undefined;
  /** The path as it is shown: relative where it lies in the current folder. */
  readonly shown: (path: string) => string;
}

export function openSources(cwd: string, report: (problem: Finding) => void): Sources {
  const byPath = new Map<string, Source | undefined>();

  const shown = (path: string): string => {
    const near = relative(cwd, path);
    return near === "" ? "." : near.startsWith("..") ? path : near;
  };

  const load = (path: string): Source | undefined => {
    const content = readText(path);
    if ("rule" in content) {
      report(problemOf(content.rule, shown(path), content.message));
      return undefined;
    }
    const source = sourceOf(shown(path), content.text);
    const { wrongAt } = content;
    if (wrongAt !== undefined) report(notUtf8(source, wrongAt));
    return source;
  };

  return {
    read: (path) => {
      const real = realPath(path);
      if (!byPath.has(real)) byPath.set(real, load(path));
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
