import { dirname, join, resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import { isWithin } from "./disk.ts";
import { alternatives, glob } from "./glob.ts";
import type { NodePlan } from "./nodes.ts";
import { problemAt, problemOf } from "./problems.ts";
import type { Sources } from "./sources.ts";

/** Files that the includes of one machine may bring in. */
const mostIncluded = 1000;

/** How the files of one machine find each other. */
export interface Includes {
  /** As `ReadContext.include`; also undefined where a file is there but cannot be read. */
  readonly include: (pattern: string, from: Source) => readonly Source[] | undefined;
  /** What has been included so far, with the file that named it first. */
  readonly reached: ReadonlyMap<Source, Source>;
}

/** `trusted`: real paths of the folders whose files may be read. */
export function includesOf(
  node: NodePlan,
  trusted: readonly string[],
  sources: Sources,
  report: (problem: Finding) => void,
): Includes {
  const reached = new Map<Source, Source>();
  const paths = new Map<Source, string>();
  for (const { path, made } of node.files) {
    const source = made ?? sources.read(path);
    if (source && !paths.has(source)) paths.set(source, path);
  }
  const told = new Set<string>();
  const once = (problem: Finding): undefined => {
    const key = `${problem.rule}\0${problem.at.source.path}\0${problem.message}`;
    if (!told.has(key)) report(problem);
    told.add(key);
  };
  const outside = (pattern: string, from: Source, where: string): undefined => {
    const start = Math.max(0, from.text.indexOf(pattern));
    const end = from.text.startsWith(pattern, start) ? start + pattern.length : start;
    return once(
      problemAt("file/outside-root", from, start, end, `${pattern} leads out of ${where}: not read`),
    );
  };

  /** One alternative of a pattern; undefined: something of it lies outside or cannot be read. */
  const filesOf = (pattern: string, from: Source, folder: string): readonly Source[] | undefined => {
    const target = pattern.startsWith("/")
      ? join(node.root, resolve("/", pattern))
      : resolve(folder, pattern);
    if (!isWithin(target, node.root))
      return node.tree ? outside(pattern, from, `${node.name}'s tree`) : undefined;
    const found: Source[] = [];
    for (const path of glob(target, sources.disk)) {
      if (!trusted.some((trust) => isWithin(sources.disk.realPath(path), trust)))
        return outside(pattern, from, `${node.name || "its folder"} by a symbolic link`);
      if (reached.size + found.length >= mostIncluded)
        return once(
          problemOf(
            "file/too-many",
            from.path,
            `more than ${mostIncluded} files are included: the rest is not read`,
          ),
        );
      const source = sources.read(path);
      if (!source) return undefined;
      if (!paths.has(source)) paths.set(source, path);
      found.push(source);
    }
    return found;
  };

  const include = (pattern: string, from: Source): readonly Source[] | undefined => {
    const path = paths.get(from);
    if (path === undefined || (!node.tree && pattern.startsWith("/"))) return undefined;
    const found = alternatives(pattern).map((alternative) => filesOf(alternative, from, dirname(path)));
    const all = found.flatMap((files) => files ?? []);
    if (found.includes(undefined) || ((!node.tree || node.isPart) && all.length === 0)) return undefined;
    for (const source of all) if (!reached.has(source)) reached.set(source, from);
    return all;
  };

  return { include, reached };
}
