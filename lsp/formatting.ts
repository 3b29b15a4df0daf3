import type { Connection, FormattingOptions, TextEdit } from "vscode-languageserver";
import type { Edit } from "../formatter/edit.ts";
import { format, type Options } from "../formatter/format.ts";
import { formatOnType, formatRange } from "../formatter/range.ts";
import { rangeOf } from "./client.ts";
import { writtenOf } from "./features/written.ts";
import type { Surroundings } from "./handlers.ts";
import { linesOfRange, toOffset } from "./positions.ts";

/** The lay-out of a file, of lines of it, and of the line that is being typed. */
export function handleFormatting(connection: Connection, { client, about }: Surroundings): void {
  const asText = ({ at, text }: Edit): TextEdit => ({ range: rangeOf(client(), at), newText: text });
  const edits = (
    uri: string,
    make: (document: NonNullable<ReturnType<typeof writtenOf>>) => readonly Edit[],
  ): Promise<TextEdit[]> =>
    about<TextEdit[]>(uri, [], (view, source) => {
      const document = writtenOf(view, source);
      return document ? make(document).map(asText) : [];
    });
  connection.onDocumentFormatting(({ textDocument: { uri }, options }) =>
    edits(uri, ({ tree, format: of }) => format(tree, of, layoutOf(options))),
  );
  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range, options }) =>
    edits(uri, ({ tree, format: of }) => formatRange(tree, of, linesOfRange(range), layoutOf(options))),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, options }) =>
    edits(uri, ({ tree, format: of }) =>
      formatOnType(tree, of, toOffset(tree.source, position, client().encoding), layoutOf(options)),
    ),
  );
}

/** The editor's indentation, for files that have none of their own. */
const layoutOf = ({ tabSize, insertSpaces }: FormattingOptions): Options => ({
  otherwise: insertSpaces === false ? "\t" : tabSize >= 1 && tabSize <= 16 ? " ".repeat(tabSize) : "",
});
