import { existsSync, readFileSync } from "node:fs";
import type { Format } from "../../parsers/core/format.ts";
import { positionAt, sourceOf } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import { nodeOf, type Reading, readDocuments } from "../../rules/cluster/read.ts";
import { lint } from "../../rules/engine.ts";
import type { Finding, Targets } from "../../rules/rule.ts";

/** The project's material beside the checkout; absent on a user's machine. */
export const shared = new URL("../../../shared/", import.meta.url);
export const hasShared = existsSync(new URL("corpus/labels.tsv", shared));

/** Rows of an unquoted TSV with a header line. */
export function readTsv(url: URL): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(url, "utf8").split("\n");
  const names = header.split("\t");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
    });
}

export const formatOf = (id: string): Format => {
  const format = formats.find((one) => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
};

/** What halint says of one file alone, as the main file of its daemon on a host that no `@id` line names. */
export function lintAlone(
  format: Format,
  path: string,
  text: string,
  targets: Targets,
  include: Reading["include"] = () => undefined,
): Finding[] {
  const file = { format, source: sourceOf(path, text), path, root: true };
  const documents = readDocuments([file], { include, targets, configId: "labelling-host" });
  return lint([{ name: "", nodes: [nodeOf("", documents)] }], { targets });
}

/** The line of a finding, from 1, as daemons count. */
export const lineOf = ({ at }: Finding): number => positionAt(at.source, at.start).line + 1;

/** The lines, from 1, on which a finding and its related places begin. */
export const linesOf = ({ at, related }: Finding): ReadonlySet<number> =>
  new Set([at, ...related.map((one) => one.at)].map((one) => positionAt(one.source, one.start).line + 1));

export const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
