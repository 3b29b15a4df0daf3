import type { Location, Range } from "vscode-languageserver-types";
import type { Source, Span } from "../parsers/core/source.ts";
import { type Encoding, toRange } from "./positions.ts";

/** What features must know of the editor that asks. */
export interface Client {
  readonly encoding: Encoding;
  readonly uriOf: (source: Source) => string;
  /** Completion may insert snippets with tab stops. */
  readonly snippets: boolean;
  /** Hover and documentation may be Markdown. */
  readonly markdown: boolean;
  /** Symbols may have children. */
  readonly hierarchy: boolean;
  /** An edit of the workspace may rename folders: `workspaceEdit.documentChanges` and the resource operation `rename`. */
  readonly renamesFiles?: boolean;
  /** Shows a document that the server names: `window.showDocument`. */
  readonly opens?: boolean;
  /** Commands that the client runs by itself: `experimental.commands`. */
  readonly commands?: readonly string[];
}

/** A place in a file, as an offset. */
export interface At {
  readonly source: Source;
  readonly offset: number;
}

export const rangeOf = (client: Client, at: Span): Range => toRange(at, client.encoding);

export const locationOf = (client: Client, at: Span): Location => ({
  uri: client.uriOf(at.source),
  range: rangeOf(client, at),
});
