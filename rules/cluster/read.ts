import type { Format, ReadContext } from "../../parsers/core/format.ts";
import { areSame, remembered } from "../../parsers/core/remembered.ts";
import type { Source, Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Document } from "../rule.ts";
import { factsOf } from "./facts.ts";
import { type HaproxyFiles, haproxyFiles, hasUnreadPart, isNamed } from "./haproxy-files.ts";
import type { Node } from "./model.ts";

/** A file that belongs to a format. */
export interface FoundFile {
  readonly format: Format;
  readonly source: Source;
  /** Path inside the node's root: "/etc/drbd.conf". */
  readonly path: string;
  /** Its daemon opens it by itself; otherwise it counts only where another file includes it, or alone as a part. */
  readonly root: boolean;
}

/** What a machine's files are read with: its name, how includes are found, and the versions the user named. */
export interface Reading {
  readonly nodeName?: string;
  readonly include: ReadContext["include"];
  readonly configId?: string;
  readonly targets?: Readonly<Record<string, string>>;
}

/**
 * Reads the files of one machine as its daemons would: roots with what they include, then those that no root reaches,
 * as parts. Pure: `reading.include` finds the files.
 */
export function readDocuments(files: readonly FoundFile[], reading: Reading): Document[] {
  const reached = new Set<Source>();
  const started = haproxyFiles(files);
  const named = files.filter((file) => isNamed(started, file));
  const roots = files
    .filter((file) => file.root && !named.includes(file))
    .map((file) => readDocument(file, reading, reached, started));
  const parts: Document[] = [];
  for (const file of files)
    if ((!file.root || named.includes(file)) && !reached.has(file.source))
      parts.push(readDocument({ ...file, root: false }, reading, reached, started));
  return [...roots, ...parts].map((document, _, all) =>
    hasUnreadPart(document, all) ? { ...document, whole: false } : document,
  );
}

function readDocument(
  file: FoundFile,
  { nodeName, configId, include, targets }: Reading,
  reached: Set<Source>,
  started: HaproxyFiles,
): Document {
  const { format, source, path, root } = file;
  const version = targets?.[format.schema.daemon];
  const also = format.id === haproxy.id && root && path === started.main ? started.also : [];
  const named = {
    ...(nodeName ? { nodeName } : {}),
    ...(configId ? { configId } : {}),
    ...(version ? { version } : {}),
    ...(also.length > 0 ? { also } : {}),
  };
  const key = JSON.stringify([format.id, path, root, named]);
  const ask: ReadContext["include"] = (pattern, from) => {
    const sources = include(pattern, from);
    for (const found of sources ?? []) reached.add(found);
    return sources;
  };
  const before = readings(source).get(key);
  if (before?.format === format && before.asked.every((one) => same(ask(one.pattern, one.from), one.found)))
    return before.document;
  const asked: Asked[] = [];
  let whole = true;
  const context: ReadContext = {
    include: (pattern, from) => {
      const found = ask(pattern, from);
      asked.push({ pattern, from, found });
      if (!found || (found.length === 0 && also.includes(pattern))) whole = false;
      return found;
    },
    ...named,
  };
  const tree = format.read ? format.read(source, context) : format.parse(source);
  const document = { format, tree, model: format.model(tree), path, root, whole };
  readings(source).set(key, { format, document, asked });
  return document;
}

/** An include that was followed, with the files it meant. */
interface Asked {
  readonly pattern: string;
  readonly from: Source;
  readonly found: readonly Source[] | undefined;
}

/** What a file was read as, for as long as its text lives: read again under the same circumstances it is the same document. */
const readings = remembered(
  (_: Source) =>
    new Map<
      string,
      { readonly format: Format; readonly document: Document; readonly asked: readonly Asked[] }
    >(),
);

const same = (a: readonly Source[] | undefined, b: readonly Source[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && areSame(a, b));

/** A machine with everything that its documents state. */
export const nodeOf = (
  name: string,
  documents: readonly Document[],
  nameAt?: Span,
  paths?: ReadonlySet<string>,
): Node => ({
  name,
  documents,
  facts: factsOf(documents, name, paths ?? new Set()),
  ...(nameAt ? { nameAt } : {}),
  ...(paths ? { paths } : {}),
});
