import type { Connection, Diagnostic, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { remembered } from "../parsers/core/remembered.ts";
import type { Source } from "../parsers/core/source.ts";
import type { Client } from "./client.ts";
import { diagnosticsOf } from "./features/diagnostics.ts";
import type { View } from "./view.ts";

/** What is published, of which documents, to whom. */
export interface Publishing {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly sourceOf: (view: View, uri: string) => Source | undefined;
}

/** Tells the diagnostics of a view; what was told before and is no more is taken back. `asked`: of these the client asks itself. */
export type Publish = (view: View, client: Client, asked: (uri: string) => boolean, enabled: boolean) => void;

const textOf = remembered((diagnostic: Diagnostic) => JSON.stringify(diagnostic));

export function publisher({ connection, documents, sourceOf }: Publishing): Publish {
  /** The diagnostics that the client has, as text, by URI. */
  let published = new Map<string, string>();
  const send = (uri: string, diagnostics: ReturnType<typeof diagnosticsOf>): void => {
    const document = documents.get(uri);
    const version = document ? { version: document.version } : {};
    void connection.sendDiagnostics({ uri, diagnostics, ...version });
  };
  return (view, client, asked, enabled) => {
    const files = new Map<string, Source>();
    if (enabled) for (const { at } of view.findings) files.set(client.uriOf(at.source), at.source);
    for (const { uri } of documents.all()) {
      const source = sourceOf(view, uri);
      if (source) files.set(uri, source);
    }
    const told = new Map<string, string>();
    for (const [uri, source] of files) {
      const diagnostics = enabled && !asked(uri) ? diagnosticsOf(view, client, source) : [];
      const text = diagnostics.map(textOf).join();
      if (diagnostics.length > 0) told.set(uri, text);
      // Of an open document with its version, which says up to where they are known.
      const again = diagnostics.length > 0 && documents.get(uri) !== undefined;
      if (again || published.get(uri) !== told.get(uri)) send(uri, diagnostics);
    }
    for (const uri of published.keys()) if (!files.has(uri)) send(uri, []);
    published = told;
  };
}
