import { sourceOf } from "../../parsers/core/source.ts";
import { haproxyDefault } from "../../parsers/shellvars/index.ts";
import { systemd } from "../../parsers/systemd/index.ts";
import { type SystemdUnit, unitNameOf } from "../../parsers/systemd/model.ts";
import type { FoundFile } from "./read.ts";

/** How systemd starts haproxy, as far as the files say. */
export interface Service {
  /** The last ExecStart of the unit and its drop-ins; undefined where the unit itself is not at hand and no drop-in has one. */
  readonly command?: string;
  /** Environment= of them, and over it what the file of variables sets. */
  readonly variables: ReadonlyMap<string, string>;
}

export function serviceOf(files: readonly FoundFile[]): Service {
  const { execStart, environment } = unitOf(files);
  const variables = new Map(environment.map(({ name, value }) => [name, value]));
  for (const { format, source } of files)
    if (format.id === haproxyDefault.id)
      for (const [name, { value }] of haproxyDefault.model(haproxyDefault.parse(source)))
        variables.set(name, value);
  const command = execStart.at(-1)?.word.value;
  return { ...(command ? { command } : {}), variables };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The unit with its drop-ins by their names; of two files of one name only that in /etc counts. */
function unitOf(files: readonly FoundFile[]): SystemdUnit {
  const byName = new Map<string, FoundFile>();
  for (const file of files) {
    if (file.format.id !== systemd.id || unitNameOf(file.path).name !== "haproxy.service") continue;
    const other = byName.get(nameOf(file.path));
    if (!other?.path.startsWith("/etc/")) byName.set(nameOf(file.path), file);
  }
  const order = (path: string): string => (path.endsWith(".service") ? "" : nameOf(path));
  const trees = [...byName.values()]
    .sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1))
    .map(({ source }) => systemd.parse(source));
  const source = trees[0]?.source ?? sourceOf("haproxy.service", "");
  return systemd.model({
    source,
    statements: trees.flatMap(({ statements }) => statements),
    comments: [],
    mistakes: [],
  });
}
