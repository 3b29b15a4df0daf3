import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type CodeActionParams,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../package.json";
import type { Source } from "../parsers/core/source.ts";
import { realPath } from "../workspace/disk.ts";
import { UsageError } from "../workspace/problems.ts";
import { parseTargets } from "../workspace/targets.ts";
import type { Client } from "./client.ts";
import { codeActions, commands, fixAllKind } from "./features/codeActions.ts";
import { diagnosticsOf } from "./features/diagnostics.ts";
import { capabilities, handle } from "./handlers.ts";
import { newSession, type Scope } from "./session.ts";
import type { View } from "./view.ts";

/** What an editor may set, as initializationOptions or as the section `halint` of its settings. */
export interface Settings {
  readonly enable?: boolean;
  readonly configFile?: string;
  readonly target?: string;
}

/** Serves a client until it says exit. `pageOf` gives a rule's page for the command `halint.explain`. */
export function serve(connection: Connection, pageOf: (rule: string) => Promise<string | undefined>): void {
  const documents = new TextDocuments(TextDocument);
  const session = newSession();
  let settings: Settings = {};
  let folders: readonly string[] = [];
  let client: Client;
  let can = abilities({});
  let view: Promise<View> | undefined;
  let latest: View | undefined;
  let timer: NodeJS.Timeout | undefined;
  let published = new Set<string>();

  const scope = (): Scope => {
    const open = documents.all().flatMap(({ uri }) => pathOf(uri) ?? []);
    const paths = folders.length > 0 ? folders : open;
    const cwd = folders[0] ?? (open[0] ? dirname(open[0]) : process.cwd());
    return {
      cwd,
      paths,
      ...(settings.configFile ? { config: settings.configFile } : {}),
      ...(settings.target ? { targets: parseTargets(settings.target) } : {}),
    };
  };

  /** Everything as it stands, judged once for all that is asked between two changes. */
  const now = (): Promise<View> => {
    view ??= session.view(scope()).then((current) => {
      latest = current;
      return current;
    });
    return view;
  };

  /** An open document's own URI, for editors write them in several ways. */
  const uriOf = (source: Source): string => {
    const path = latest?.pathOf(source) ?? resolve(source.path);
    const open = documents.all().find(({ uri }) => realPathOf(uri) === path);
    return open?.uri ?? pathToFileURL(path).href;
  };

  const publish = async (): Promise<void> => {
    const current = await now();
    const files = new Map<string, Source>();
    for (const { at } of current.findings) files.set(client.uriOf(at.source), at.source);
    for (const { uri } of documents.all()) {
      const source = sourceOf(current, uri);
      if (source) files.set(uri, source);
    }
    const told = new Set<string>();
    for (const [uri, source] of files) {
      const asked = can.pull && documents.get(uri) !== undefined;
      const diagnostics = asked || settings.enable === false ? [] : diagnosticsOf(current, client, source);
      if (diagnostics.length > 0) told.add(uri);
      if (diagnostics.length > 0 || published.has(uri))
        void connection.sendDiagnostics({ uri, diagnostics, ...versionOf(documents.get(uri)) });
    }
    for (const uri of published)
      if (!told.has(uri) && !files.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    published = told;
    if (can.pull && can.refresh) connection.languages.diagnostics.refresh();
  };

  const changed = (): void => {
    view = undefined;
    clearTimeout(timer);
    // After all messages that have come: several changes are judged once.
    timer = setTimeout(() => void publish().catch(complain));
  };

  const complain = (error: unknown): void => {
    view = undefined;
    const { name, message } = error as Error;
    if (name === UsageError.name) connection.window.showWarningMessage(`halint: ${message}`);
    else connection.console.error(`halint: ${(error as Error).stack ?? message}`);
  };

  /** The answer of a feature for a file of the workspace; `none` for any other, and where it failed. */
  const about = async <Answer>(
    uri: string,
    none: Answer,
    answer: (view: View, source: Source) => Answer,
  ): Promise<Answer> => {
    try {
      const current = await now();
      const source = sourceOf(current, uri);
      return source ? answer(current, source) : none;
    } catch (error) {
      complain(error);
      return none;
    }
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = foldersOf(params);
    settings = (params.initializationOptions as Settings | undefined) ?? {};
    client = clientOf(params, uriOf);
    can = abilities(params);
    return {
      serverInfo: { name: "halint", version },
      capabilities: {
        positionEncoding:
          client.encoding === "utf-8" ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        diagnosticProvider: {
          identifier: "halint",
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
        codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
        executeCommandProvider: { commands: Object.values(commands) },
        ...capabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (can.watch)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*" }],
      });
    if (can.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOf(uri));
        folders = [
          ...folders.filter((path) => !gone.includes(path)),
          ...added.flatMap(({ uri }) => pathOf(uri) ?? []),
        ];
        changed();
      });
    changed();
  });

  connection.onDidChangeConfiguration(({ settings: given }) => {
    settings = { ...settings, ...((given as { halint?: Settings } | null)?.halint ?? {}) };
    changed();
  });
  connection.onDidChangeWatchedFiles(changed);

  documents.onDidChangeContent(({ document }) => {
    const path = pathOf(document.uri);
    if (path) session.edit(path, document.getText());
    changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path) session.edit(path, undefined);
    changed();
  });

  connection.languages.diagnostics.on(
    ({ textDocument: { uri } }): Promise<DocumentDiagnosticReport> =>
      about<DocumentDiagnosticReport>(
        uri,
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
        (current, source) => ({
          kind: DocumentDiagnosticReportKind.Full,
          items: settings.enable === false ? [] : diagnosticsOf(current, client, source),
        }),
      ),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }: CodeActionParams) =>
    about(uri, [], (current, source) => codeActions(current, client, source, range, context.only)),
  );
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    if (command === commands.explain && typeof argument === "string") return pageOf(argument);
    if (command === commands.open && argument) {
      const { uri, range } = argument as { uri: string; range: never };
      await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    }
    return undefined;
  });

  handle(connection, { client: () => client, now, about });
  documents.listen(connection);
  connection.listen();
}

/** The file of a URI, where it is one of the workspace. */
function sourceOf(current: View, uri: string): Source | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : current.sourceAt(path);
}

/** What features must know of the client. */
function clientOf({ capabilities: can }: Partial<InitializeParams>, uriOf: Client["uriOf"]): Client {
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
  };
}

const realPathOf = (uri: string): string | undefined => {
  const path = pathOf(uri);
  return path === undefined ? undefined : realPath(path);
};

const versionOf = (document: TextDocument | undefined): { version?: number } =>
  document ? { version: document.version } : {};

/** The absolute path of a file: URI; undefined for any other, such as untitled: and git:. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

const foldersOf = ({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] => {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const paths = uris.flatMap((uri) => pathOf(uri) ?? []);
  return paths.length > 0 || !rootPath ? paths : [rootPath];
};

/** What the client can do beyond what features ask of `Client`. */
const abilities = ({ capabilities: can }: Partial<InitializeParams>) => ({
  pull: can?.textDocument?.diagnostic !== undefined,
  refresh: can?.workspace?.diagnostics?.refreshSupport ?? false,
  watch: can?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
  folders: can?.workspace?.workspaceFolders ?? false,
});
