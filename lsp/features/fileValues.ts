import { span } from "../../parsers/core/source.ts";
import type { Home } from "../view.ts";
import { beside, pathInside, pathWords } from "./links.ts";
import type { Probe } from "./probe.ts";
import type { Value } from "./values.ts";

/** Entries of one folder that are offered at once. */
const most = 200;

/** The machine's files and folders in the folder typed so far, where the schema wants a path or one is begun: of includes, scripts, certificates. */
export function fileValues(home: Home, { visit, word, replaces, typed }: Probe): Value[] {
  if (!(pathWords(visit).includes(word) || typed.startsWith("/")) || /[*?[\]$]/.test(typed)) return [];
  const slash = typed.lastIndexOf("/") + 1;
  const own = pathInside(home, replaces.source);
  const folder = typed.startsWith("/") ? typed.slice(0, slash) : `${beside(own, typed.slice(0, slash))}/`;
  const entries = new Set<string>();
  for (const path of home.node.paths ?? []) {
    if (!path.startsWith(folder) || path === own) continue;
    const rest = path.slice(folder.length);
    const next = rest.indexOf("/") + 1;
    entries.add(next > 0 ? rest.slice(0, next) : rest);
  }
  const at = span(replaces.source, replaces.start + slash, replaces.end);
  return [...entries]
    .filter((text) => !/[\s"']/.test(text))
    .sort()
    .slice(0, most)
    .map((text) => ({ text, kind: "file", detail: `${folder}${text}`, at }));
}
