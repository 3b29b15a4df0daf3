import type { Colors } from "picocolors/types.js";
import type { Workspace } from "../workspace/open.ts";
import { type ColorOptions, colorsFor } from "./colors.ts";
import type { Io } from "./io.ts";
import { isEmpty, nothing, type OpenOptions, opened } from "./opened.ts";
import { plain } from "./plain.ts";
import { nodesOf } from "./report.ts";
import { compact } from "./reporters/compact.ts";
import { stringify } from "./stringify.ts";

export interface NodesOptions extends OpenOptions, ColorOptions {
  readonly format: "text" | "json";
}

/** Runs `halint nodes` and gives its exit code. */
export async function listNodes(paths: readonly string[], options: NodesOptions, io: Io): Promise<number> {
  const workspace = await opened(paths, options, io);
  io.out(
    options.format === "json" ? stringify(nodesOf(workspace)) : nodesText(workspace, colorsFor(options, io)),
  );
  io.err(compact(workspace.problems));
  if (isEmpty(workspace) && workspace.problems.length === 0) nothing(paths, io);
  return isEmpty(workspace) || workspace.problems.some(({ rule }) => rule === "file/missing") ? 2 : 0;
}

/** Which machine and cluster each file was taken for, and why, as an indented list. */
export function nodesText({ layout, config, targets }: Workspace, colors: Colors): string {
  const lines: string[] = [];
  if (config) lines.push(`config ${plain(config.path)}`);
  const versions = Object.entries(targets).map(([daemon, version]) => `${daemon} ${version}`);
  if (versions.length > 0) lines.push(`targets ${versions.join(", ")}`);
  for (const cluster of layout) {
    lines.push(`cluster ${label(cluster.name, colors)}  ${colors.dim(plain(cluster.why))}`);
    for (const node of cluster.nodes) {
      lines.push(`  node ${label(node.name, colors)}  ${colors.dim(plain(node.why))}`);
      for (const { source, format, why } of node.files)
        lines.push(`    ${plain(source.path)}  ${format.title}  ${colors.dim(plain(why))}`);
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

const label = (name: string, colors: Colors): string =>
  name === "" ? "(no name)" : colors.bold(plain(name));
