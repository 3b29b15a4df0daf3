import { dirname } from "node:path";
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { version } from "../package.json";
import type { Source } from "../parsers/core/source.ts";
import { isUsageError } from "../workspace/problems.ts";
import { parseTargets } from "../workspace/targets.ts";
import { abilitiesOf, clientOf, foldersOf } from "./abilities.ts";
import { actionCapabilities, handleActions } from "./actions.ts";
import type { Client } from "./client.ts";
import { diskWatch } from "./diskWatch.ts";
import { documentsIn } from "./documents.ts";
import { diagnosticsOf } from "./features/diagnostics.ts";
import { guardedAnswer } from "./guard.ts";
import { capabilities, handle } from "./handlers.ts";
import type { Platform } from "./platform.ts";
import { firstIndexing } from "./progress.ts";
import { publisher } from "./publish.ts";
import { newSession, type Scope } from "./session.ts";
import { defaults, followSettings, settingsOf } from "./settings.ts";
import type { View } from "./view.ts";

/** A client may refuse what it is asked: the server goes on without it. */
const unanswered = (): void => {};

/** Serves a client until it says exit. */
export function serve(connection: Connection, platform: Platform): void {
  const { disk, pathOf, filled, pause } = platform;
  const documents = new TextDocuments(documentsIn(() => client.encoding));
  const session = newSession(disk, { fetch: async () => (await filled?.fetch(connection)) ?? false, pause });
  /** Real paths of the open documents by URI, and back: editors write URIs in several ways. */
  const open = new Map<string, string>();
  const uris = new Map<string, string>();
  const watch = diskWatch(session.isDiskSame, () => changed());
  let settings = defaults;
  let folders: readonly string[] = [];
  let client: Client;
  let can = abilitiesOf({});
  let view: Promise<View> | undefined;
  let indexed = false;
  let warned: string | undefined;
  let changes = 0;

  const scope = (): Scope => {
    const paths = folders.length > 0 ? folders : documents.all().flatMap(({ uri }) => pathOf(uri) ?? []);
    return {
      cwd: folders[0] ?? dirname(paths[0] ?? "/"),
      paths,
      ...(settings.configFile === undefined ? {} : { config: settings.configFile }),
      ...(settings.target === undefined ? {} : { targets: parseTargets(settings.target) }),
    };
  };

  const look = async (): Promise<View> => {
    const progress = indexed || !can.progress ? undefined : firstIndexing(connection, platform.clock);
    indexed = true;
    try {
      return await session.view(scope(), {
        sameDisk: watch.isSame(),
        ...(progress ? { between: progress.between } : {}),
      });
    } finally {
      progress?.done();
    }
  };

  /** Everything as it stands, judged once for all that is asked between two changes. */
  const now = (): Promise<View> => {
    if (view) return view;
    const asked = look();
    view = asked;
    asked.then(
      () => {
        warned = undefined;
      },
      () => {
        if (view === asked) view = undefined;
      },
    );
    return asked;
  };

  const uriOfPath = (path: string): string => uris.get(path) ?? platform.uriOf(path);

  /** The file of a URI, where it is one of the workspace. */
  const sourceOf = (current: View, uri: string): Source | undefined => {
    const path = open.get(uri) ?? pathOf(uri);
    return path === undefined ? undefined : current.sourceAt(path);
  };

  const publish = publisher({ connection, documents, sourceOf });

  const tell = async (): Promise<void> => {
    const asked = now();
    const current = await asked;
    // What changed meanwhile is told with all the rest.
    if (view !== asked) return schedule();
    publish(current, client, (uri) => can.pull && documents.get(uri) !== undefined, settings.enable);
    if (can.pull && can.refresh) void connection.languages.diagnostics.refresh().catch(unanswered);
    watch.rest();
  };

  const schedule = (): void => {
    const own = ++changes;
    void tellAfter(() => own === changes).catch(complain);
  };

  /** After all messages that have come, each of which has its own turn of the event loop: several changes are judged once. */
  const tellAfter = async (isLast: () => boolean): Promise<void> => {
    await pause();
    await pause();
    if (isLast()) await tell();
  };

  /** Something besides the text of an open document. */
  const changed = (): void => {
    watch.changed();
    view = undefined;
    schedule();
  };

  const complain = (thrown: unknown): void => {
    const error = thrown as Error;
    const { message, stack } = error;
    if (!isUsageError(error)) {
      connection.console.error(`halint: ${stack ?? message}`);
      return;
    }
    if (message !== warned) warn(`halint: ${message}`);
    warned = message;
  };

  /** As a notification: an editor need not answer it. */
  const warn = (message: string): void =>
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });

  /** The answer of a feature for a file of the workspace, without its secrets; `none` for any other, and where it failed. */
  const about = async <Answer>(
    uri: string,
    none: Answer,
    answer: (view: View, source: Source) => Answer,
  ): Promise<Answer> => {
    try {
      const current = await now();
      const source = sourceOf(current, uri);
      return source ? guardedAnswer(answer(current, source), [source]) : none;
    } catch (error) {
      complain(error);
      return none;
    }
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    folders = foldersOf(params, pathOf);
    settings = settingsOf(params.initializationOptions);
    client = clientOf(params, (source) => uriOfPath(session.pathOf(source)));
    can = abilitiesOf(params);
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
        ...actionCapabilities,
        ...capabilities,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: [{ pattern: { glob: "**/*" } }] } },
        },
      },
    };
  });

  connection.onInitialized(() => {
    if (can.watch)
      // A client may refuse: eglot does where it cannot watch a folder.
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] })
        .then(filled ? undefined : watch.begin)
        .catch(complain);
    if (can.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOf(uri));
        folders = [
          ...folders.filter((path) => !gone.includes(path)),
          ...added.flatMap(({ uri }) => pathOf(uri) ?? []),
        ];
        changed();
      });
    followSettings(connection, can, (given) => {
      settings = settingsOf(given, settings);
      changed();
    });
    changed();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    filled?.changed(changes);
    changed();
  });

  documents.onDidOpen(({ document: { uri } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    open.set(uri, disk.realPath(path));
    uris.set(disk.realPath(path), uri);
    watch.changed();
    schedule();
  });
  documents.onDidChangeContent(({ document }) => {
    const path = open.get(document.uri);
    if (path === undefined) return;
    session.edit(path, document.getText());
    view = undefined;
    if (settings.run === "onType") schedule();
  });
  documents.onDidSave(({ document: { uri } }) => {
    filled?.changed([{ uri, type: FileChangeType.Changed }]);
    watch.changed();
    schedule();
  });
  documents.onDidClose(({ document: { uri } }) => {
    const path = open.get(uri);
    if (path === undefined) return;
    open.delete(uri);
    if (uris.get(path) === uri) uris.delete(path);
    session.edit(path, undefined);
    changed();
  });

  connection.languages.diagnostics.on(({ textDocument: { uri } }): Promise<DocumentDiagnosticReport> => {
    const report = (items: ReturnType<typeof diagnosticsOf>): DocumentDiagnosticReport => ({
      kind: DocumentDiagnosticReportKind.Full,
      items,
    });
    return about(uri, report([]), (current, source) =>
      report(settings.enable ? diagnosticsOf(current, client, source) : []),
    );
  });
  handleActions(connection, { client: () => client, about, pageOf: platform.pageOf });
  handle(connection, { client: () => client, now, about, uriOfPath, pathOf, disk });
  documents.listen(connection);
  connection.listen();
}
