import picomatch from "picomatch";
import type { Format } from "../../parsers/core/format.ts";
import { type Source, sourceOf } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import type { Cluster } from "../../rules/cluster/model.ts";
import { type FoundFile, nodeOf, readDocuments } from "../../rules/cluster/read.ts";
import { lint } from "../../rules/engine.ts";
import { applyEdits } from "../../rules/fix.ts";
import type { Edit, Finding, RuleOptions, Targets } from "../../rules/rule.ts";

/** Files by path: "zerg/etc/hosts" is a file of node zerg, "/etc/hosts" one of a node without a name. */
export type Files = Readonly<Record<string, string>>;

/** A cluster from texts, without a disk: what the workspace does, for tests. */
export function clusterOf(files: Files, targets: Targets = {}, among: readonly Format[] = formats): Cluster {
  const byNode = new Map<string, Map<string, Source>>();
  for (const [given, text] of Object.entries(files)) {
    const slash = given.indexOf("/");
    const node = given.slice(0, slash);
    const sources = byNode.get(node) ?? new Map<string, Source>();
    byNode.set(node, sources.set(given.slice(slash), sourceOf(given, text)));
  }
  const nodes = [...byNode].map(([name, sources]) => {
    const found = [...sources].flatMap(([path, source]) => foundFile(path, source, among));
    const include = (pattern: string, from: Source): Source[] => {
      const base = from.path.slice(from.path.indexOf("/")).replace(/\/[^/]*$/, "");
      const matches = picomatch(pattern.startsWith("/") ? pattern : `${base}/${pattern}`);
      return [...sources].filter(([path]) => matches(path)).map(([, source]) => source);
    };
    const nodeName = name === "" ? {} : { nodeName: name };
    const documents = readDocuments(found, { ...nodeName, include, targets });
    return nodeOf(name, documents, undefined, new Set(sources.keys()));
  });
  return { name: "test", nodes };
}

function foundFile(path: string, source: Source, among: readonly Format[]): FoundFile[] {
  const format = among.find(({ files }) => picomatch([...files])(path));
  return format ? [{ format, source, path, root: !format.roots || picomatch([...format.roots])(path) }] : [];
}

/** The findings of a cluster given as texts. */
export const lintFiles = (files: Files, targets: Targets = {}, options: RuleOptions = {}): Finding[] =>
  lint([clusterOf(files, targets)], { targets, options });

/** The findings of one text of a format, as its daemon's main file on a machine without a name. */
export function lintText(format: Format, text: string, targets: Targets = {}): Finding[] {
  const source = sourceOf("text", text);
  const file: FoundFile = { format, source, path: "text", root: true };
  const documents = readDocuments([file], { include: () => undefined, targets });
  return lint([{ name: "test", nodes: [nodeOf("", documents)] }], { targets });
}

/** The files after the edits. */
export const edited = (files: Files, edits: readonly Edit[]): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter(({ at }) => at.source.path === path),
      ),
    ]),
  );
