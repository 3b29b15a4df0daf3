import { join } from "node:path";
import { type Disk, isWithin, readText } from "../disk.ts";
import { mapOf, noVars, type Vars, yamlOf } from "./data.ts";
import type { Value } from "./values.ts";

/** What Ansible would read, of folders that the user named. */
export interface Files {
  readonly text: (path: string) => string | undefined;
  /** undefined: not there, not to be read, or no YAML. */
  readonly yaml: (path: string) => Value | undefined;
  /** Files below a folder, in the order of their paths. */
  readonly below: (folder: string) => readonly string[];
  readonly isFolder: (path: string) => boolean;
}

/** Variables, and whether there may be others: a file is encrypted or cannot be read. */
export interface Layer {
  readonly vars: Vars;
  readonly more: boolean;
}

export const noLayer: Layer = { vars: noVars, more: false };

/** Files that a folder of variables or tasks may hold. */
const mostFiles = 500;

/** `folders`: real paths; nothing outside of them is read. */
export function filesIn(disk: Disk, folders: readonly string[]): Files {
  const texts = new Map<string, string | undefined>();
  const values = new Map<string, Value | undefined>();
  const isAllowed = (path: string): boolean =>
    folders.some((folder) => isWithin(disk.realPath(path), folder));
  const text = (path: string): string | undefined => {
    if (!texts.has(path)) {
      const found = disk.statOf(path)?.kind === "file" && isAllowed(path) ? readText(disk, path) : undefined;
      texts.set(path, found && "text" in found ? found.text : undefined);
    }
    return texts.get(path);
  };
  const below = (folder: string, depth = 0): readonly string[] => {
    if (depth > 8 || !isAllowed(folder)) return [];
    const entries = [...(disk.list(folder) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries
      .filter(({ name }) => !name.startsWith("."))
      .flatMap(({ name, kind }) =>
        kind === "folder"
          ? below(join(folder, name), depth + 1)
          : kind === "file"
            ? [join(folder, name)]
            : [],
      )
      .slice(0, mostFiles);
  };
  return {
    text,
    below,
    isFolder: (path) => disk.statOf(path)?.kind === "folder",
    yaml: (path) => {
      if (!values.has(path)) {
        const found = text(path);
        values.set(path, found === undefined || /^\$ANSIBLE_VAULT;/.test(found) ? undefined : yamlOf(found));
      }
      return values.get(path);
    },
  };
}

/** The variables at `path`: a folder of files, or a file with one of Ansible's endings. */
export function varsAt(files: Files, path: string): Layer {
  const found = files.isFolder(path)
    ? files.below(path).filter((one) => /(?:\.ya?ml|\.json|\/[^.]+)$/.test(one))
    : ["", ".yml", ".yaml", ".json"]
        .map((ending) => path + ending)
        .filter((one) => files.text(one) !== undefined);
  const values = found.map((one) => files.yaml(one));
  return { vars: new Map(values.flatMap((value) => [...mapOf(value)])), more: values.includes(undefined) };
}
