import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Source } from "../../parsers/core/source.ts";
import { type Statement, sourcesIn, type Word, walk } from "../../parsers/core/tree.ts";
import { type Client, rangeOf } from "../client.ts";
import { homes, homesOf, type View } from "../view.ts";
import { beside, inner, isLiteral } from "./links.ts";
import { writtenOf } from "./written.ts";

/** A file or folder that gets another absolute path. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The edits by which includes still name their files when these have moved; undefined where there is none. Patterns are left alone. */
export function includesRenamed(
  view: View,
  client: Client,
  moves: readonly Move[],
): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  const sources = new Set(homes(view).flatMap(({ document }) => [...sourcesIn(document.tree)]));
  for (const source of sources) {
    const edits = wordsOf(view, source).flatMap((word): TextEdit[] => {
      const name = renamed(view, source, word.value, moves);
      return name === undefined || (/\s/.test(name) && !word.quote)
        ? []
        : [{ range: rangeOf(client, inner(word)), newText: name }];
    });
    if (edits.length > 0) changes[client.uriOf(source)] = edits;
  }
  return Object.keys(changes).length > 0 ? { changes } : undefined;
}

/** The words of a file that name one file each. */
const wordsOf = (view: View, source: Source): readonly Word[] => {
  const written = writtenOf(view, source);
  return written ? [...walk(written.tree.statements)].filter(isInclude).flatMap(literals) : [];
};

const isInclude = ({ keyword }: Statement): boolean =>
  /^(?:!?include\w*|source|source-directory)$/i.test(keyword.value);

const literals = ({ args }: Statement): readonly Word[] => args.filter(isLiteral);

/** What a file that `source` calls `name` is called when all has moved; undefined: as before. */
function renamed(view: View, source: Source, name: string, moves: readonly Move[]): string | undefined {
  const file = view.pathOf(source);
  const root = name.startsWith("/") ? rootOf(view, source) : undefined;
  if (name.startsWith("/") && root === undefined) return undefined;
  const target = root === undefined ? beside(file, name) : root + name;
  if (!view.sourceAt(target) && !moves.some(({ from }) => from === target)) return undefined;
  const [newFile, newTarget] = [moved(file, moves), moved(target, moves)];
  if (root !== undefined) {
    const newRoot = moved(root, moves);
    const inside = newTarget.slice(newRoot.length);
    return newTarget.startsWith(`${newRoot}/`) && inside !== name ? inside : undefined;
  }
  const near = relative(newFile, newTarget);
  return near === relative(file, target) ? undefined : near;
}

function moved(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move ? move.to + path.slice(move.from.length) : path;
}

/** The folder that stands for the machine's `/`, "" for the running machine's own. */
function rootOf(view: View, source: Source): string | undefined {
  const document = homesOf(view, source)[0]?.document;
  const own = document && view.pathOf(document.tree.source);
  return own?.endsWith(document!.path) ? own.slice(0, own.length - document!.path.length) : undefined;
}

/** `path` as a file at `file` names it; both absolute. */
function relative(file: string, path: string): string {
  const [here, there] = [file.split("/").slice(0, -1), path.split("/")];
  const same = here.findIndex((part, i) => part !== there[i]);
  const common = same < 0 ? here.length : same;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
}
