import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Diagnostic, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { right } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";

const program = fileURLToPath(new URL("../../dist/halint.js", import.meta.url));
const one = "c/lb1/etc/keepalived/keepalived.conf";
const two = "c/lb2/etc/keepalived/keepalived.conf";
const wrong = right.replace("virtual_router_id", "virtual_router_idd");
const files = { [one]: wrong, [two]: right.replace("interface eth0", "interface eth0\n    advert_int 3") };
const uriOf = (folder: string, path: string): string => pathToFileURL(join(folder, path)).href;

/** The built server as a process on a folder. */
async function serverOn(folder: string, capabilities: object = {}) {
  const server: ChildProcessWithoutNullStreams = spawn(process.execPath, [program, "lsp", "--stdio"]);
  onTestFinished(() => void server.kill("SIGKILL"));
  server.stdin.on("error", () => undefined);
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const told = new Map<string, readonly Diagnostic[]>();
  const warned: string[] = [];
  client.onNotification(
    "window/showMessage",
    ({ message }: { readonly message: string }) => void warned.push(message),
  );
  client.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }) => void told.set(uri, diagnostics),
  );
  client.onError(() => undefined);
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities,
  });
  await client.sendNotification("initialized", {});
  const uri = uriOf(folder, one);
  return {
    server,
    client,
    uri,
    warned,
    /** All that it has published, which comes at once. */
    findings: async () => {
      await expect.poll(() => told.size, { timeout: 30_000 }).toBeGreaterThanOrEqual(1);
      return Object.fromEntries([...told].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    open: () =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "keepalived", version: 1, text: wrong },
      }),
    /** It answers, and rightly. */
    lives: async () => {
      const answer = await client.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
      expect(JSON.stringify(answer)).toContain("VI_1");
      expect(server.exitCode).toBeNull();
    },
  };
}

describe.skipIf(!existsSync(program))("the server as a process goes on after", () => {
  test("a wrong halint.config, which it tells once", async () => {
    const config = "halint.config.yaml";
    const folder = folderOf({ ...files, [config]: "rules:\n  nosuch/x: off\n" });
    const { client, warned, lives, findings } = await serverOn(folder);
    await expect.poll(() => warned.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(1);
    expect(warned).toEqual([expect.stringContaining(`${config}:2:3: `)]);
    rmSync(join(folder, config));
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(folder, config), type: 3 }],
    });
    expect(Object.keys(await findings())).toContain(uriOf(folder, one));
    await lives();
    expect(warned).toHaveLength(1);
  });

  test("what is no JSON and what is no message", async () => {
    const { server, lives } = await serverOn(folderOf(files));
    for (const body of ["{ not json", "null", "[]", "5", '{"jsonrpc":"2.0"}', '{"id":{},"method":7}', "{}"])
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await lives();
  });

  test("unknown methods and wrong parameters", async () => {
    const { client, uri, lives } = await serverOn(folderOf(files));
    await client.sendNotification("no/such/notification", { a: 1 });
    await expect(client.sendRequest("no/such/method", {})).rejects.toThrow(/./);
    for (const params of [null, 5, {}, { textDocument: null }, { textDocument: { uri: 7 }, position: 3 }])
      for (const method of [
        "hover",
        "completion",
        "rename",
        "codeAction",
        "semanticTokens/full",
        "formatting",
      ])
        await client
          .sendRequest(`textDocument/${method}`, params as object)
          .catch((error) => expect(error).toBeInstanceOf(Error));
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 9 },
      contentChanges: [],
    });
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: "file:///not/open" } });
    await lives();
  });

  test("positions outside the text", async () => {
    const { client, uri, open, lives } = await serverOn(folderOf(files));
    await open();
    for (const position of [
      { line: 1e9, character: 0 },
      { line: 0, character: 1e9 },
      { line: -1, character: -1 },
    ])
      for (const method of ["hover", "completion", "definition", "documentHighlight", "prepareCallHierarchy"])
        await client
          .sendRequest(`textDocument/${method}`, { textDocument: { uri }, position })
          .catch((error) => expect(error).toBeInstanceOf(Error));
    await lives();
  });

  test("a cancelled request", async () => {
    const { server, client, uri, lives } = await serverOn(folderOf(files));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    };
    send({ id: "x", method: "textDocument/documentSymbol", params: { textDocument: { uri } } });
    send({ method: "$/cancelRequest", params: { id: "x" } });
    await client.sendNotification("$/cancelRequest", { id: 12345 });
    await lives();
  });

  test("a file that is deleted while it is open", async () => {
    const folder = folderOf(files);
    const { client, uri, open, findings, lives } = await serverOn(folder);
    await open();
    await findings();
    await lives();
    rmSync(join(folder, one));
    await client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
    const position = { line: 1, character: 1 };
    expect(await client.sendRequest("textDocument/hover", { textDocument: { uri }, position })).toBeNull();
    await client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await client.sendRequest("shutdown")).toBeNull();
  });

  test("a client that refuses all it is asked", async () => {
    const { findings, open, lives } = await serverOn(folderOf(files), {
      textDocument: { diagnostic: {} },
      window: { workDoneProgress: true },
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    });
    await findings();
    await open();
    await lives();
  });

  test("kill -9: the next one finds the same", async () => {
    const folder = folderOf(files);
    const first = await serverOn(folder);
    const found = await first.findings();
    first.server.kill("SIGKILL");
    await new Promise((resolve) => first.server.once("exit", resolve));
    expect(await (await serverOn(folder)).findings()).toEqual(found);
    expect(JSON.stringify(found)).toContain("cluster/advert-int-mismatch");
  });
});
