import type { CompletionItemKind, DocumentSymbol } from "vscode-languageserver-types";
import type { Edit } from "../../../formatter/edit.ts";
import type { At } from "../../../lsp/client.ts";
import { codeActions } from "../../../lsp/features/codeActions.ts";
import { completion } from "../../../lsp/features/completion.ts";
import { diagnosticsOf } from "../../../lsp/features/diagnostics.ts";
import type { View } from "../../../lsp/view.ts";
import type { Files } from "../../support/cluster.ts";
import { client } from "../cursor.ts";
import { edited } from "../edits.ts";

/** One capability: what its answer at a place says, as text; "" where there is none. */
export interface Row {
  readonly title: string;
  readonly ask: (view: View, at: At, files: Files) => string;
}

const nowhere = { line: 0, character: 0 };
const wholeOf = ({ source }: At) => ({ start: nowhere, end: { line: source.text.length, character: 0 } });

/** What completion offers of these kinds. */
export const items =
  (...kinds: readonly CompletionItemKind[]): Row["ask"] =>
  (view, at) =>
    completion(view, client, at)
      .filter(({ kind }) => kind !== undefined && kinds.includes(kind))
      .map(({ label }) => label)
      .join(" ");

/** What is told of each diagnostic of the file. */
export const diagnostics =
  (tell: (one: ReturnType<typeof diagnosticsOf>[number]) => string): Row["ask"] =>
  (view, { source }) =>
    diagnosticsOf(view, client, source).map(tell).filter(Boolean).join("\n");

/** What is told of each code action of the file. */
export const actions =
  (
    tell: (one: ReturnType<typeof codeActions>[number], files: (edit: object) => string) => string,
  ): Row["ask"] =>
  (view, at, files) =>
    codeActions(view, client, at.source, wholeOf(at))
      .map((one) => tell(one, (edit) => Object.values(edited(view, files, edit)).join("\n")))
      .filter(Boolean)
      .join("\n");

/** The text after the edits; "" where they change nothing. */
export const formatted =
  (make: (view: View, at: At) => readonly Edit[]): Row["ask"] =>
  (view, at) =>
    [...make(view, at)]
      .sort((a, b) => b.at.start - a.at.start)
      .reduce(
        (text, { at: { start, end }, text: put }) => text.slice(0, start) + put + text.slice(end),
        at.source.text,
      )
      .replace(at.source.text, "");

/** How many ranges stand around each other. */
export const selections = (one: { range: object; parent?: unknown } | undefined): number =>
  one ? 1 + selections(one.parent as typeof one) : 0;

/** The names of symbols, with those inside them. */
export const named = (symbols: readonly Pick<DocumentSymbol, "name" | "children">[]): string =>
  symbols.map(({ name, children = [] }) => `${name} ${named(children)}`).join("\n");
