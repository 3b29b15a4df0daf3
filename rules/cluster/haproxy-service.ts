import { haproxyDefault } from "../../parsers/shellvars/index.ts";
import { haproxyUnit } from "../../parsers/systemd/index.ts";
import type { UnitSetting } from "../../parsers/systemd/model.ts";
import type { FoundFile } from "./read.ts";

/** How systemd starts haproxy, as far as the files say. */
export interface Service {
  /** The last ExecStart of the unit and its drop-ins; undefined where the unit itself is not at hand and no drop-in has one. */
  readonly command?: string;
  /** Environment= of them, and over it what the file of variables sets. */
  readonly variables: ReadonlyMap<string, string>;
}

export function serviceOf(files: readonly FoundFile[]): Service {
  const variables = new Map<string, string>();
  let command: string | undefined;
  for (const { key, value } of unitSettings(files)) {
    if (key === "ExecStart") command = value || undefined;
    if (key === "Environment" && value === "") variables.clear();
    if (key === "Environment") for (const [name, text] of assignments(value)) variables.set(name, text);
  }
  for (const { format, source } of files)
    if (format.id === haproxyDefault.id)
      for (const [name, { value }] of haproxyDefault.model(haproxyDefault.parse(source)))
        variables.set(name, value);
  return { ...(command ? { command } : {}), variables };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Of the unit first, then of its drop-ins by their names; of two files of one name only that in /etc counts. */
function unitSettings(files: readonly FoundFile[]): readonly UnitSetting[] {
  const byName = new Map<string, FoundFile>();
  for (const file of files) {
    if (file.format.id !== haproxyUnit.id) continue;
    const other = byName.get(nameOf(file.path));
    if (!other?.path.startsWith("/etc/")) byName.set(nameOf(file.path), file);
  }
  const order = (path: string): string => (path.endsWith(".service") ? "" : nameOf(path));
  return [...byName.values()]
    .sort((a, b) => (order(a.path) < order(b.path) ? -1 : 1))
    .flatMap(({ source }) => haproxyUnit.model(haproxyUnit.parse(source)));
}

/** `"CONFIG=/a b" X=y`: words with quotes around the whole assignment or the value. */
const assignments = (text: string): [string, string][] =>
  [...text.matchAll(/(["']?)(\w+)=(?:"([^"]*)"|'([^']*)'|([^"']*?))(?:\1(?=[ \t]|$))/g)].map(
    ([, , name = "", double, single, plain]) => [name, double ?? single ?? plain ?? ""],
  );
