import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createConnection,
  type Diagnostic,
  type InitializeParams,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createProtocolConnection, type ProtocolConnection } from "vscode-languageserver-protocol/node";
import { nodePlatform } from "../../lsp/node.ts";
import type { Platform } from "../../lsp/platform.ts";
import { serve } from "../../lsp/server.ts";
import type { Files } from "../support/cluster.ts";
import { folderOf } from "../workspace/toy.ts";

/** A client that talks to the server of this process, over the protocol, in a folder with these files. */
export interface Talk {
  readonly client: ProtocolConnection;
  readonly folder: string;
  readonly uriOf: (path: string) => string;
  /** What was published last of a file; waits until something is. */
  readonly published: (
    path: string,
    when?: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  /** How many times anything was published. */
  readonly publications: () => number;
  readonly open: (path: string, text: string) => Promise<void>;
  readonly end: () => void;
}

/** What a test gives beside the files: parts of the platform, settings, and what the client does before it listens. */
export interface Options extends Partial<Platform> {
  readonly settings?: object;
  readonly prepare?: (client: ProtocolConnection, folder: string) => void;
}

export async function talk(
  files: Files,
  capabilities: InitializeParams["capabilities"] = {},
  { prepare = () => {}, settings, ...platform }: Options = {},
): Promise<Talk> {
  const folder = folderOf(files);
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    ...nodePlatform(
      async (rule) =>
        `# ${rule}\n\nA word.\n\n## Why\n\nThe daemon drops it.\n\n**Daemon:** warns\n\n## Wrong\n`,
    ),
    ...platform,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const latest = new Map<string, readonly Diagnostic[]>();
  let count = 0;
  const waiting = new Set<() => void>();
  client.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      count++;
      latest.set(uri, diagnostics);
      for (const wake of waiting) wake();
    },
  );
  prepare(client, folder);
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities,
    ...(settings === undefined ? {} : { initializationOptions: settings }),
  });
  await client.sendNotification("initialized", {});
  const uriOf = (path: string): string => pathToFileURL(`${folder}/${path}`).href;
  return {
    client,
    folder,
    uriOf,
    published: (path, when = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = latest.get(uriOf(path));
          if (!found || !when(found)) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    publications: () => count,
    open: (path, text) =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uriOf(path), languageId: "keepalived", version: 1, text },
      }),
    end: () => client.dispose(),
  };
}
