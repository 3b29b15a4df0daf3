import { type InitializeParams, PositionEncodingKind } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** What the client can do beyond what features ask of `Client`. */
export interface Abilities {
  /** Asks for the diagnostics of open documents. */
  readonly pull: boolean;
  /** May be told to ask anew. */
  readonly refresh: boolean;
  readonly watch: boolean;
  readonly folders: boolean;
  /** Gives its settings when it is asked. */
  readonly configuration: boolean;
  /** Says that settings changed, where it is asked to. */
  readonly tellsConfiguration: boolean;
  readonly progress: boolean;
}

export const abilitiesOf = ({ capabilities: can }: Partial<InitializeParams>): Abilities => ({
  pull: can?.textDocument?.diagnostic !== undefined,
  refresh: can?.workspace?.diagnostics?.refreshSupport ?? false,
  watch: can?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
  folders: can?.workspace?.workspaceFolders ?? false,
  configuration: can?.workspace?.configuration ?? false,
  tellsConfiguration: can?.workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
  progress: can?.window?.workDoneProgress ?? false,
});

/** What features must know of the client. */
export function clientOf({ capabilities: can }: Partial<InitializeParams>, uriOf: Client["uriOf"]): Client {
  const text = can?.textDocument;
  const edits = can?.workspace?.workspaceEdit;
  const encodings = can?.general?.positionEncodings ?? [];
  return {
    encoding: encodings.includes(PositionEncodingKind.UTF8) ? "utf-8" : "utf-16",
    uriOf,
    snippets: text?.completion?.completionItem?.snippetSupport ?? false,
    markdown: text?.hover?.contentFormat?.includes("markdown") ?? false,
    hierarchy: text?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    renamesFiles: (edits?.documentChanges && edits.resourceOperations?.includes("rename")) ?? false,
    opens: can?.window?.showDocument?.support ?? false,
    commands: commandsOf(can?.experimental),
  };
}

/** `{ "commands": { "commands": [ … ] } }`, as clients of other servers say it too; whatever else stands there says nothing. */
function commandsOf(experimental: unknown): readonly string[] {
  const given = experimental as
    | { readonly commands?: { readonly commands?: unknown } | null }
    | null
    | undefined;
  const names = given?.commands?.commands;
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** The folders of the workspace by absolute path, also of clients that know only one. */
export function foldersOf(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  pathOf: (uri: string) => string | undefined,
): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const paths = uris.flatMap((uri) => pathOf(uri) ?? []);
  return paths.length > 0 || !rootPath ? paths : [rootPath];
}
