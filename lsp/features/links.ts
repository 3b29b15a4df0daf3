import type { DocumentLink } from "vscode-languageserver-types";
import type { ArgDef } from "../../parsers/core/schema.ts";
import { type Source, type Span, span, textOf } from "../../parsers/core/source.ts";
import { type Word, walk } from "../../parsers/core/tree.ts";
import { type Visit, visitsOf } from "../../rules/schema/visits.ts";
import { type Client, rangeOf } from "../client.ts";
import { type Home, homesOf, type View } from "../view.ts";
import { writtenOf } from "./written.ts";

/** The URI of the file at a path inside a node's root, where there is one. */
export type Exists = (path: string, home: Home) => string | undefined;

/** Included files, scripts, certificates, maps: every path in the file at which there is a file of the node. */
export function documentLinks(view: View, client: Client, source: Source, exists: Exists): DocumentLink[] {
  const written = writtenOf(view, source);
  if (!written) return [];
  const files = homesOf(view, source);
  const found = new Map<number, DocumentLink>();
  const link = (at: Span, pathIn: (home: Home) => string): void => {
    if (at.source !== source || found.has(at.start)) return;
    for (const home of files) {
      const target = exists(pathIn(home), home);
      if (target) return void found.set(at.start, { range: rangeOf(client, at), target });
    }
  };
  for (const word of wordsIn(walk(written.tree.statements)))
    for (const at of pathsIn(word)) link(at, () => textOf(at));
  const visits = [written, ...files.map(({ document }) => document)].flatMap(visitsOf);
  for (const word of visits.flatMap(pathWords))
    if (isPlain(word)) link(inner(word), (home) => beside(pathInside(home, source), word.value));
  return [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
}

const wordsIn = (statements: Iterable<{ readonly keyword: Word; readonly args: readonly Word[] }>): Word[] =>
  [...statements].flatMap(({ keyword, args }) => [keyword, ...args]);

/** Absolute paths in a word as it is written: `/bin/check` of "/bin/check eth0", `/etc/m` of `map(/etc/m,x)`. */
const pathsIn = ({ at }: Word): Span[] =>
  [...textOf(at).matchAll(/(?<![^\s"'(,=:@])\/[^\s"'(),;{}<>|&]+/g)].map(({ index, 0: path }) =>
    span(at.source, at.start + index, at.start + index + path.length),
  );

/** The arguments that the schema calls paths or files; of includes, which a daemon reads before anything else, all. */
export function pathWords({ statement, def, slots }: Visit): readonly Word[] {
  if (/^!?include/i.test(statement.keyword.value)) return statement.args;
  const isPath = ({ type, name = "" }: ArgDef): boolean =>
    type === "path" || /path|file|folder|glob/i.test(name);
  if (def?.raw) return def.args?.[0] && isPath(def.args[0]) ? statement.args.slice(0, 1) : [];
  return (slots?.slots ?? []).filter(({ arg }) => isPath(arg)).map(({ word }) => word);
}

/** Names one file: no pattern, variable or template. */
export const isLiteral = ({ value, hole }: Word): boolean => !hole && /^[^$*?[\]\s(){}<>]+$/.test(value);

const isPlain = (word: Word): boolean => isLiteral(word) && !word.value.startsWith("/");

/** Without quotes. */
export const inner = ({ at, quote }: Word): Span =>
  quote && at.end - at.start > 2 ? span(at.source, at.start + 1, at.end - 1) : at;

/** The path of a file of a document inside its node's root. */
export function pathInside({ document }: Home, source: Source): string {
  const { path } = document.tree.source;
  const root = path.endsWith(document.path) ? path.slice(0, path.length - document.path.length) : "";
  return source.path.startsWith(root) ? source.path.slice(root.length) : source.path;
}

/** `path` as a file names it that stands at `file`. */
export function beside(file: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...file.split("/").slice(0, -1), ...path.split("/")])
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  return `${file.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
