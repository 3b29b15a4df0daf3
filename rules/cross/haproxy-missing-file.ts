import { haproxy } from "../../parsers/haproxy/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { type FileUse, filesOf } from "../haproxy/files.ts";
import { suggestion } from "../haproxy/suggestion.ts";
import { nodeRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const haproxyMissingFile = nodeRule({
  id: "cross/haproxy-missing-file",
  severity: "error",
  summary: "A file that haproxy.cfg names must be there",
  daemon: "rejects",
  check(node, report) {
    const { paths } = node;
    if (!paths) return;
    const folders = foldersOf(paths);
    for (const { model, root } of documentsOf(node, haproxy)) {
      const uses = root ? filesOf(model) : [];
      for (const use of uses) {
        const { path, at, by } = use;
        const beside = (folders.get(folderOf(path)) ?? []).filter((one) => endingOf(one) === endingOf(path));
        if (!isCollected(use, uses, beside) || isThere(path, paths)) continue;
        report(
          at,
          `${by} names ${path}, which is not in ${folderOf(path)} of this node: haproxy does not start`,
          suggestion(at, path, beside),
        );
      }
    }
  },
});

function foldersOf(paths: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const files = folders.get(folderOf(path));
    if (files) files.push(path);
    else folders.set(folderOf(path), [path]);
  }
  return folders;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));
const endingOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? "";

/** The file itself, what a folder of that name holds, or the certificates of a bundle. */
const isThere = (path: string, paths: ReadonlySet<string>): boolean =>
  paths.has(path) ||
  [".rsa", ".ecdsa", ".dsa"].some((kind) => paths.has(path + kind)) ||
  [...paths].some((one) => one.startsWith(`${path}/`));

/**
 * Whether the tree would hold the file, if the machine did: it holds files of its kind. Private keys are often left out
 * of copies, so that of these another one in use must be there, or one of nearly the same name.
 */
function isCollected({ path, secret, by }: FileUse, uses: readonly FileUse[], beside: readonly string[]) {
  if (beside.length === 0 || /\.(cfg|conf|d)$|\/$/.test(path)) return false;
  return (
    !secret ||
    nearest(path, beside) !== undefined ||
    uses.some((other) => other.by === by && beside.includes(other.path))
  );
}
