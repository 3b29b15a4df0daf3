import type { Source } from "../parsers/core/source.ts";
import type { Whereabouts } from "../rules/fingerprint.ts";
import type { Report } from "./check.ts";

/** Tells of each file of a run which node it lies on and where inside it; what is nobody's keeps the path it is shown under. */
export function whereaboutsIn({
  workspace,
  ownerOf,
}: Pick<Report, "workspace" | "ownerOf">): (source: Source) => Whereabouts {
  const inside = new Map<Source, string>();
  /** What the shown paths of a node begin with before the path inside it. */
  const roots = new Map<string, string>();
  for (const { nodes } of workspace.clusters)
    for (const { name, documents } of nodes)
      for (const { tree, path } of documents) {
        const { source } = tree;
        inside.set(source, path);
        if (source.path.endsWith(path))
          roots.set(name, source.path.slice(0, source.path.length - path.length));
      }
  return (source) => {
    const { node } = ownerOf(source);
    const root = roots.get(node);
    const below = root && source.path.startsWith(`${root}/`) ? source.path.slice(root.length) : source.path;
    return { node, path: inside.get(source) ?? below };
  };
}
