import type { Location, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { toOffset } from "../../lsp/positions.ts";
import { homes, type View } from "../../lsp/view.ts";
import type { Source } from "../../parsers/core/source.ts";
import { sourcesIn } from "../../parsers/core/tree.ts";
import type { Files } from "../support/cluster.ts";
import { client } from "./cursor.ts";

/** The files of a view by their URI. */
export const sourcesOf = (view: View): ReadonlyMap<string, Source> =>
  new Map(
    homes(view).flatMap(({ document }) =>
      [...sourcesIn(document.tree)].map((source) => [client.uriOf(source), source] as const),
    ),
  );

/** Locations as `path:line text`, lines from 1. */
export function shown(view: View, locations: readonly Location[]): string[] {
  const sources = sourcesOf(view);
  return locations.map(({ uri, range }) => {
    const source = sources.get(uri)!;
    const text = source.text.slice(
      toOffset(source, range.start, "utf-16"),
      toOffset(source, range.end, "utf-16"),
    );
    return `${source.path}:${range.start.line + 1} ${text}`;
  });
}

/** The texts after the edits. */
export function edited(view: View, files: Files, edit: WorkspaceEdit): Files {
  const result: Record<string, string> = { ...files };
  const lists: [string, readonly TextEdit[]][] = edit.documentChanges
    ? edit.documentChanges.flatMap((one) =>
        "edits" in one ? [[one.textDocument.uri, one.edits as TextEdit[]]] : [],
      )
    : Object.entries(edit.changes ?? {});
  const sources = sourcesOf(view);
  for (const [uri, edits] of lists) {
    const source = sources.get(uri)!;
    const sorted = edits
      .map(({ range, newText }) => ({
        start: toOffset(source, range.start, "utf-16"),
        end: toOffset(source, range.end, "utf-16"),
        newText,
      }))
      .sort((a, b) => b.start - a.start);
    let { text } = source;
    for (const { start, end, newText } of sorted) text = text.slice(0, start) + newText + text.slice(end);
    result[source.path] = text;
  }
  return result;
}
