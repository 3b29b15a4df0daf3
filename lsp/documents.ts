import type { TextDocumentsConfiguration } from "vscode-languageserver";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { positionAt, type Source, sourceOf } from "../parsers/core/source.ts";
import { type Encoding, toOffset } from "./positions.ts";

/** Documents whose changes count as the client does: the library's own count in UTF-16 alone. */
export const documentsIn = (encoding: () => Encoding): TextDocumentsConfiguration<TextDocument> => ({
  create: TextDocument.create,
  update(document, changes, version) {
    if (encoding() === "utf-16") return TextDocument.update(document, changes, version);
    return changes.reduce((before, change) => {
      const source = sourceOf(before.uri, before.getText());
      return TextDocument.update(before, [inUtf16(source, change)], version);
    }, document);
  },
});

function inUtf16(source: Source, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!("range" in change)) return change;
  const moved = (place: { readonly line: number; readonly character: number }) => {
    const { line, column } = positionAt(source, toOffset(source, place, "utf-8"));
    return { line, character: column };
  };
  const { start, end } = change.range;
  return { range: { start: moved(start), end: moved(end) }, text: change.text };
}
