import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import type { Format } from "../../parsers/core/format.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import type { Tree } from "../../parsers/core/tree.ts";
import { formats } from "../../parsers/index.ts";
import { nodeOf, readDocuments } from "../../rules/cluster/read.ts";
import { lint } from "../../rules/engine.ts";
import type { Finding } from "../../rules/rule.ts";
import { type Files, lintFiles } from "../../test/support/cluster.ts";
import { filesOf, readPage } from "../../test/support/page.ts";
import { filesBelow } from "../../test/support/tree.ts";
import { formatOf, hasShared, readTsv, shared } from "./corpus.ts";
import type { Subject } from "./fixProof.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A text as the main file of its daemon, alone. */
const loneFile = (format: Format, path: string, text: string): Subject => ({
  kind: format.id,
  name: path,
  files: { [path]: text },
  judge: (files) => lintAlone(format, path, files[path] ?? ""),
  treeOf: (name, text) => format.parse(sourceOf(name, text)),
});

function lintAlone(format: Format, path: string, text: string): Finding[] {
  const file = { format, source: sourceOf(path, text), path, root: true };
  const documents = readDocuments([file], { include: () => undefined, targets: {} });
  return lint([{ name: "", nodes: [nodeOf("", documents)] }]);
}

const folders: Readonly<Record<string, string>> = { "o2cb-default": "o2cb" };

/** The files of the corpus that have a format here, smaller ones alone. */
export const corpusSubjects = (mostBytes = 20_000): Subject[] =>
  hasShared
    ? readTsv(new URL("corpus/labels.tsv", shared)).flatMap(({ path = "" }) => {
        const folder = path.slice(0, path.indexOf("/"));
        if (folder === "") return [];
        const bytes = readFileSync(fileURLToPath(new URL(`corpus/${path}`, shared)));
        const text = bytes.toString("utf8");
        if (bytes.length > mostBytes || text.includes("\0")) return [];
        return [loneFile(formatOf(folders[folder] ?? folder), path, text)];
      })
    : [];

/** The tree of a cluster's file. */
function treeIn(path: string, text: string): Tree | undefined {
  const inNode = path.slice(path.indexOf("/"));
  return formats.find(({ files }) => picomatch([...files])(inNode))?.parse(sourceOf(path, text));
}

/** Whole clusters: the examples, and those of the tests that lie beside what is expected of them. */
export const clusterSubjects = (): Subject[] =>
  ["examples", "test/clusters"].flatMap((folder) =>
    readdirSync(`${root}${folder}`)
      .map((name) => ({ name: `${folder}/${name}`, files: filesBelow(`${root}${folder}/${name}`) }))
      .filter(({ files }) => Object.keys(files).some((path) => path.includes("/etc/")))
      .map(({ name, files }) => ({
        kind: "clusters",
        name,
        files,
        judge: (all: Files) => lintFiles(all),
        treeOf: treeIn,
      })),
  );

/** The wrong examples of all rule pages: one for each mistake, and those that stand in several files. */
export const pageSubjects = (): Subject[] =>
  readdirSync(`${root}rules`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`${root}rules/${name}`).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) => {
      const page = readPage(readFileSync(`${root}rules/${path}`, "utf8"));
      const rule = path.slice(0, -".md".length);
      const options = page.options === undefined ? {} : { [rule]: page.options };
      return page.wrong.map((examples) => ({
        kind: "pages",
        name: `rules/${path}`,
        files: filesOf(examples),
        judge: (files: Files) => lintFiles(files, page.targets, options),
        treeOf: treeIn,
      }));
    });

/** Everything that fixes are tried on. */
export const allSubjects = (): Subject[] => [...corpusSubjects(), ...clusterSubjects(), ...pageSubjects()];
