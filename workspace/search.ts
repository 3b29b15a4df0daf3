import { dirname, relative } from "node:path";
import picomatch from "picomatch";
import type { Finding } from "../rules/rule.ts";
import type { Classifier } from "./classify.ts";
import type { Config } from "./config.ts";
import { isFolder } from "./disk.ts";
import type { Candidate } from "./place.ts";
import { type FileProblem, problemOf } from "./problems.ts";
import type { Sources } from "./sources.ts";
import { mostEntries, walk } from "./walk.ts";

export interface Search {
  /** Absolute paths that the user named. */
  readonly given: readonly string[];
  /** Real paths of the folders whose files may be read. */
  readonly trusted: readonly string[];
  readonly config: Config | undefined;
  readonly classify: Classifier;
  readonly sources: Sources;
  readonly report: (problem: Finding) => void;
}

export interface Found {
  /** Every file below the given paths, each once, in the order of their paths. */
  readonly files: readonly Candidate[];
  /** Symbolic links that are not followed: what they name is there, but not read. */
  readonly links: readonly string[];
}

export function candidates({ given, trusted, config, classify, sources, report }: Search): Found {
  const ignored = ignoredBy(config);
  const found = new Map<string, Candidate>();
  const links: string[] = [];
  const tell = (rule: FileProblem, path: string, message: string): void =>
    report(problemOf(rule, sources.shown(path), message));

  for (const path of given) {
    if (!isFolder(sources.disk, path)) {
      found.set(path, { path, named: true });
      continue;
    }
    const { files, strayed, unreadable, cut } = walk(path, trusted, ignored, sources.disk);
    for (const file of files) if (!found.has(file)) found.set(file, { path: file, named: false });
    for (const folder of unreadable)
      if (classify.mayHold(folder)) tell("file/unreadable", folder, "this user may not read this folder");
    links.push(...strayed);
    for (const link of strayed)
      if (classify.mayHold(link, !isFolder(sources.disk, link)))
        tell(
          "file/outside-root",
          link,
          `this symbolic link leads out of ${sources.shown(path)}: not followed`,
        );
    if (cut)
      tell("file/too-many", path, `this folder holds more than ${mostEntries} entries: the rest is not read`);
  }
  return { files: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), links };
}

function ignoredBy(config: Config | undefined): (path: string) => boolean {
  if (!config || config.ignore.length === 0) return () => false;
  const matches = picomatch([...config.ignore], { dot: true });
  const folder = dirname(config.path);
  return (path) => matches(relative(folder, path)) || matches(`${relative(folder, path)}/`);
}
