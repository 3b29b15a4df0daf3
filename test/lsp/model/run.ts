import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { createProtocolConnection, type ProtocolConnection } from "vscode-languageserver-protocol/node";
import type { Client } from "../../../lsp/client.ts";
import { diagnosticsOf } from "../../../lsp/features/diagnostics.ts";
import { semanticTokens } from "../../../lsp/features/semanticTokens.ts";
import { nodePlatform } from "../../../lsp/node.ts";
import type { Encoding } from "../../../lsp/positions.ts";
import { serve } from "../../../lsp/server.ts";
import { newSession, type Scope } from "../../../lsp/session.ts";
import type { View } from "../../../lsp/view.ts";
import type { Finding } from "../../../rules/rule.ts";
import { memoryDisk } from "../../../workspace/memoryDisk.ts";
import { applied, below, oneOf, positionIn, randomEdit, randomOf } from "./edits.ts";
import { samples } from "./texts.ts";

/** One long life of a session and of a server, with the same changes. */
export interface Life {
  readonly edits: number;
  readonly seed: number;
  readonly encoding: Encoding;
  /** Both are compared with each other after one edit in five, and with a fresh start after each so many. */
  readonly each: number;
  /** Bytes in use after a collection; asked ten times, with all texts as they were at the start. */
  readonly heap?: () => number;
}

export interface Lived {
  readonly edits: number;
  readonly files: number;
  readonly comparisons: number;
  /** Findings of the fresh starts, all together: that there is something to compare. */
  readonly findings: number;
  readonly heaps: readonly number[];
  /** The first that differed. */
  readonly difference?: string;
}

const nodes = ["zerg", "supermente"];
const folder = "/ws";
const scope: Scope = { cwd: folder, paths: [folder] };
const bytes = new TextEncoder();

/** Ends at the first difference. */
export async function live({ edits, seed, encoding, each, heap }: Life): Promise<Lived> {
  const random = randomOf(seed);
  const files = nodes.flatMap((node) =>
    samples().map((one) => ({ ...one, path: `${folder}/${node}${one.path}` })),
  );
  const disk = memoryDisk();
  for (const { path, text } of files) disk.put(path, bytes.encode(text));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const session = newSession(disk);
  const server = await serverOn(disk, encoding);
  for (const [path, text] of texts) {
    session.edit(path, text);
    await server.open(path, text);
  }
  const change = async (path: string, edit: { start: number; end: number; text: string }): Promise<void> => {
    const before = texts.get(path)!;
    const range = {
      start: positionIn(before, edit.start, encoding),
      end: positionIn(before, edit.end, encoding),
    };
    texts.set(path, applied(before, edit));
    session.edit(path, texts.get(path)!);
    await server.change(path, { range, text: edit.text });
  };
  const client = clientOf(encoding);
  const heaps: number[] = [];
  let [comparisons, findings] = [0, 0];
  let difference: string | undefined;

  // Functions of their own: the frame of one that waits keeps what it has held, used or not.
  const reset = async (): Promise<void> => {
    for (const { path, text } of files) await change(path, { start: 0, end: texts.get(path)!.length, text });
    await session.view(scope);
    await server.about(files[0]!.path);
  };
  const compare = async (i: number, path: string): Promise<string | undefined> => {
    const view = await session.view(scope);
    const told = await server.about(path);
    const differing =
      differs(`${i}: server`, told, answers(view, client, path)) ?? textsDiffer(i, view, texts);
    if (differing !== undefined || i % each !== 0) return differing;
    const fresh = newSession(disk);
    for (const [one, now] of texts) fresh.edit(one, now);
    const anew = await fresh.view(scope);
    comparisons++;
    findings += anew.findings.length;
    return (
      differs(`${i}: findings`, shownOf(view.findings), shownOf(anew.findings)) ??
      differs(`${i}: fresh`, told, answers(anew, client, path))
    );
  };

  for (let i = 1; i <= edits && difference === undefined; i++) {
    if (heap && i % Math.floor(edits / 10) === 0) {
      await reset();
      heaps.push(heap());
    }
    const { path, text, lines } = oneOf(random, files);
    await change(path, randomEdit(random, texts.get(path)!, text, lines));
    if (i % each === 0 || below(random, 5) === 0) difference = await compare(i, path);
  }
  server.end();
  const counted = { edits, files: files.length, comparisons, findings, heaps };
  return difference === undefined ? counted : { ...counted, difference };
}

/** What is asked of both after each edit: findings and colours of the file. */
const answers = (view: View, client: Client, path: string): string => {
  const source = view.sourceAt(path);
  return JSON.stringify(
    source ? [diagnosticsOf(view, client, source), semanticTokens(view, client, source).data] : [[], []],
  );
};

const uriOf = (path: string): string => pathToFileURL(path).href;

const clientOf = (encoding: Encoding): Client => ({
  encoding,
  uriOf: ({ path }) => uriOf(`${folder}/${path}`),
  snippets: false,
  markdown: false,
  hierarchy: false,
});

const shownOf = (findings: readonly Finding[]): string =>
  JSON.stringify(findings, (key, value) => (key === "source" ? value.path : value));

const textsDiffer = (i: number, view: View, texts: ReadonlyMap<string, string>): string | undefined => {
  for (const [path, text] of texts) {
    const source = view.sourceAt(path);
    if (source && source.text !== text) return `${i}: the session's text of ${path} is another`;
  }
  return undefined;
};

function differs(what: string, one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at++;
  const from = Math.max(0, at - 200);
  return `${what}\n${one.slice(from, at + 200)}\n${other.slice(from, at + 200)}`;
}

/** A server of this process with a client over streams. */
async function serverOn(disk: ReturnType<typeof memoryDisk>, encoding: Encoding) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    ...nodePlatform(async () => undefined),
    disk,
  });
  const client: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: uriOf(folder),
    capabilities: { general: { positionEncodings: [encoding] }, textDocument: { diagnostic: {} } },
  });
  await client.sendNotification("initialized", {});
  const versions = new Map<string, number>();
  return {
    open: (path: string, text: string) =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uriOf(path), languageId: "conf", version: 0, text },
      }),
    change: (path: string, edit: object) => {
      const version = (versions.get(path) ?? 0) + 1;
      versions.set(path, version);
      return client.sendNotification("textDocument/didChange", {
        textDocument: { uri: uriOf(path), version },
        contentChanges: [edit],
      });
    },
    about: async (path: string): Promise<string> => {
      const textDocument = { uri: uriOf(path) };
      const [{ items }, { data }] = (await Promise.all([
        client.sendRequest("textDocument/diagnostic", { textDocument }),
        client.sendRequest("textDocument/semanticTokens/full", { textDocument }),
      ])) as [{ items: unknown }, { data: unknown }];
      return JSON.stringify([items, data]);
    },
    end: () => client.dispose(),
  };
}
