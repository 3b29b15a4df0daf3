import type { Block } from "./blocks.ts";
import type { ArgDef, FormatSchema } from "./schema.ts";
import type { Source, Span } from "./source.ts";
import type { Tree, Word } from "./tree.ts";

/** What a format may ask while it reads what the daemon would read. Given by the workspace, so that reading stays pure. */
export interface ReadContext {
  /**
   * Files that a glob or path written in `from` means, inside the node's own root, in the daemon's order; [] when none.
   * undefined: the path leads outside the node's root, or the node's tree is not known (a lone file): nothing can be said.
   */
  readonly include: (pattern: string, from: Source) => readonly Source[] | undefined;
  /** The node's host name, where known. */
  readonly nodeName?: string;
  /** The id that keepalived was given with -i, where known: it alone then decides `@id` lines. */
  readonly configId?: string;
  /** Version of the daemon, where the user named a target. */
  readonly version?: string;
  /** Files and globs that the daemon's service tells it to read after this file, in order: haproxy's further `-f`. */
  readonly also?: readonly string[];
}

/** Why a word is not of a type: the end of a sentence that begins with the keyword and the value ("is not an IPv4 address"). */
export type TypeCheck = (value: string, arg: ArgDef, word: Word) => string | undefined;

/** Some sections of a file, as if they were all of it. */
export interface Part<Model = unknown> {
  readonly tree: Tree;
  readonly model: Model;
}

/** A section that some rules judge by itself. */
export interface Piece {
  /** The same object for as long as the section and what it inherits are the same. */
  readonly of: object;
  readonly at: Span;
}

/** A file taken apart into such sections and the rest. */
export interface Pieces<Model = unknown> {
  /** In the order of the text; a block stays the same as long as its sections do. */
  readonly blocks: readonly Block<Piece>[];
  /** What each of them depends on besides, by objects that are the same as long as it is. */
  readonly around: readonly object[];
  /** Of these sections, in the order of the text. */
  readonly only: (pieces: readonly Piece[]) => Part<Model>;
  readonly rest: Part<Model>;
}

/** What a format brings to halint. Adding one adds a folder, a schema file and a line in parsers/index.ts. */
export interface Format<Model = unknown> {
  readonly id: string;
  /** "keepalived.conf" */
  readonly title: string;
  /** Globs on the path inside a node's root (`/etc/keepalived/*.conf`): a file that matches is of this format. */
  readonly files: readonly string[];
  /** Globs on the mere file name, for files that lie outside a node's tree. */
  readonly names?: readonly string[];
  /** Names that no other program uses: told by the name alone, so that a mistake in the first line does not hide the file. */
  readonly ownNames?: readonly string[];
  /** Of `files`: those the daemon opens by itself. The others are read where a root includes them, or alone as a part. */
  readonly roots?: readonly string[];
  /** Told by content, for names that many programs use. Never claims a stranger's file. */
  readonly looksLike?: (head: string) => boolean;
  readonly schema: FormatSchema;
  /** Types of the schema that only this format has. */
  readonly types?: Readonly<Record<string, TypeCheck>>;
  /** One file as it stands: lossless, for the editor and the formatter. Never throws. */
  readonly parse: (source: Source) => Tree;
  /** What the daemon sees: includes followed, variables replaced, conditions decided. Default: parse. Never throws. */
  readonly read?: (source: Source, context: ReadContext) => Tree;
  /** The daemon's own check ends early on this file and judges nothing in it: no finding can say that it rejects. */
  readonly untested?: (tree: Tree) => boolean;
  /** Never throws; a value of the wrong type reads as missing. */
  readonly model: (tree: Tree) => Model;
  /** Of files so long that an editor cannot judge all of them at every key. */
  pieces?(tree: Tree, model: Model): Pieces<Model>;
}
