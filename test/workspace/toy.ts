import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Format, ReadContext } from "../../parsers/core/format.ts";
import { type Source, span } from "../../parsers/core/source.ts";
import type { Tree } from "../../parsers/core/tree.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace, type Workspace, type WorkspaceOptions } from "../../workspace/open.ts";

/** A folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "halint-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What one toy document read: its own text, its includes in order, and what it was told. */
export interface ToyModel {
  readonly text: string;
  readonly included: readonly (readonly string[] | undefined)[];
  readonly nodeName: string | undefined;
  readonly version: string | undefined;
}

const models = new WeakMap<Tree, ToyModel>();

const plainTree = (source: Source): Tree => ({ source, statements: [], comments: [], mistakes: [] });

/** Lines of `include PATTERN` are followed once each; nothing else is understood. */
function readToy(source: Source, context: ReadContext): Tree {
  const included: (readonly string[] | undefined)[] = [];
  const seen = new Set<Source>();
  const follow = (from: Source): void => {
    if (seen.has(from)) return;
    seen.add(from);
    for (const [, pattern] of from.text.matchAll(/^include (\S+)\r?$/gm)) {
      const found = context.include(pattern!, from);
      included.push(found?.map(({ path }) => path));
      found?.forEach(follow);
    }
  };
  follow(source);
  const tree = plainTree(source);
  models.set(tree, { text: source.text, included, nodeName: context.nodeName, version: context.version });
  return tree;
}

const schema = {
  daemon: "toyd",
  supported: { min: "1", max: "2" },
  root: "file",
  places: { file: {} },
  verdicts: {},
} as const;

export const toy: Format<ToyModel | undefined> = {
  id: "toy",
  title: "toy.conf",
  files: ["/etc/toy/toy.conf", "/etc/toy/**/*.conf"],
  names: ["toy.conf", "toy-*.conf", "*.toy"],
  roots: ["/etc/toy/toy.conf"],
  looksLike: (head) => head.includes("toy"),
  schema,
  parse: plainTree,
  read: readToy,
  model: (tree) => models.get(tree),
};

/** A second format without includes and without a content test. */
export const table: Format = {
  id: "table",
  title: "table",
  files: ["/etc/table"],
  names: ["table"],
  schema,
  parse: plainTree,
  model: (tree) => span(tree.source, 0, 0),
};

export const openToy = (
  cwd: string,
  paths: readonly string[] = ["."],
  options: Partial<WorkspaceOptions> = {},
): Promise<Workspace> => openWorkspace(paths, { disk: nodeDisk, cwd, formats: [toy, table], ...options });

/** Clusters as nested names: { lvs: { zerg: ["/etc/toy/toy.conf"] } }, roots with a ! behind them. */
export const shape = ({ clusters }: Workspace): unknown =>
  clusters.map(({ name, nodes }) => [
    name,
    Object.fromEntries(
      nodes.map((node) => [node.name, node.documents.map(({ path, root }) => path + (root ? "!" : ""))]),
    ),
  ]);

export const told = ({ problems }: Workspace): readonly string[] =>
  problems.map(({ rule, at, message }) => `${at.source.path}: ${message} [${rule}]`).sort();

export const modelsOf = ({ clusters }: Workspace): readonly ToyModel[] =>
  clusters.flatMap(({ nodes }) =>
    nodes.flatMap(({ documents }) => documents.map(({ model }) => model as ToyModel)),
  );
