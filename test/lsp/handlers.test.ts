import { expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-types";
import { capabilities } from "../../lsp/handlers.ts";
import { talk } from "./talk.ts";

const path = "c/lb1/etc/haproxy/haproxy.cfg";
const text = `defaults
    mode http
  timeout connect 5s
    timeout client 30s
    timeout server 30000
frontend web
    bind :80 ssl crt /etc/haproxy/site.pem
    acl static path_beg /static/
    use_backend files if static
    default_backend app
backend app
    server a 10.0.0.1:80 check
backend files
    server b 10.0.0.2:80 check
`;
const at = (needle: string) => {
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.includes(needle));
  return { line, character: lines[line]!.indexOf(needle) + 1 };
};
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** A request of each capability, over the protocol, and something that its answer must have. */
const asked: Readonly<
  Record<keyof typeof capabilities, readonly [method: string, params: object, answer: RegExp][]>
> = {
  completionProvider: [["completion", { position: at("use_backend") }, /"label":"use_backend"/]],
  hoverProvider: [["hover", { position: at("timeout client") }, /timeout client/]],
  signatureHelpProvider: [["signatureHelp", { position: at("10.0.0.1") }, /"signatures"/]],
  definitionProvider: [["definition", { position: at("files if") }, /"line":12/]],
  declarationProvider: [["declaration", { position: at("files if") }, /"line":12/]],
  referencesProvider: [
    ["references", { position: at("app\n".trim()), context: { includeDeclaration: true } }, /"line":10/],
  ],
  documentHighlightProvider: [["documentHighlight", { position: at("static path") }, /"line":8/]],
  renameProvider: [
    ["prepareRename", { position: at("files if") }, /"placeholder":"files"/],
    ["rename", { position: at("files if"), newName: "assets" }, /"newText":"assets"/],
  ],
  documentSymbolProvider: [["documentSymbol", {}, /"name":"[^"]*app/]],
  workspaceSymbolProvider: [["workspace/symbol", { query: "app" }, /"name":"app"/]],
  documentFormattingProvider: [
    [
      "formatting",
      { options: { tabSize: 4, insertSpaces: true } },
      /"line":2,"character":0.*"newText":" {4}"/,
    ],
  ],
  documentRangeFormattingProvider: [
    [
      "rangeFormatting",
      { range: whole, options: { tabSize: 4, insertSpaces: true } },
      /"start":\{"line":2,.*"newText":" +"/,
    ],
  ],
  documentOnTypeFormattingProvider: [
    [
      "onTypeFormatting",
      { position: { line: 2, character: 2 }, ch: "\n", options: { tabSize: 4, insertSpaces: true } },
      /"start":\{"line":2,.*"newText":" +"/,
    ],
  ],
  foldingRangeProvider: [["foldingRange", {}, /"startLine":5/]],
  selectionRangeProvider: [["selectionRange", { positions: [at("static path")] }, /"parent"/]],
  semanticTokensProvider: [
    ["semanticTokens/full", {}, /"data":\[\d/],
    ["semanticTokens/full/delta", { previousResultId: "1" }, /"edits":\[\]/],
    ["semanticTokens/range", { range: whole }, /"data":\[\d/],
  ],
  documentLinkProvider: [["documentLink", {}, /"target":"[^"]*\/lb1\/etc\/haproxy\/site\.pem"/]],
  inlayHintProvider: [["inlayHint", { range: whole }, /milliseconds|"ms"/]],
  codeLensProvider: [["codeLens", {}, /"command"/]],
  callHierarchyProvider: [["prepareCallHierarchy", { position: at("web") }, /"name":"web"/]],
};

test("each capability that the server announces answers over the protocol, also where there is nothing", async () => {
  const { client, open, published, uriOf, end } = await talk({
    [path]: text,
    "c/lb1/etc/haproxy/site.pem": "",
  });
  await open(path, text);
  await published(path);
  for (const capability of Object.keys(capabilities) as (keyof typeof capabilities)[])
    for (const [method, params, answer] of asked[capability]) {
      const full = method.includes("/") && !method.startsWith("semantic") ? method : `textDocument/${method}`;
      const got = await client.sendRequest(full, { textDocument: { uri: uriOf(path) }, ...params });
      expect(JSON.stringify(got), capability).toMatch(answer);
      const none = await client.sendRequest(full, {
        ...params,
        textDocument: { uri: "file:///nowhere/at/all" },
        position: { line: 1e9, character: 1e9 },
      });
      expect(none === null || typeof none === "object").toBe(true);
    }
  end();
});

test("a lens that leads to one place shows it, in an editor that can show a document", async () => {
  const shown: string[] = [];
  const { client, open, published, uriOf, end } = await talk(
    { [path]: text },
    { window: { showDocument: { support: true } } },
    {
      prepare: (one) =>
        one.onRequest("window/showDocument", ({ uri, selection }) => {
          shown.push(`${uri} ${selection.start.line}`);
          return { success: true };
        }),
    },
  );
  await open(path, text);
  await published(path);
  const lenses = await client.sendRequest<CodeLens[]>("textDocument/codeLens", {
    textDocument: { uri: uriOf(path) },
  });
  const lens = lenses.find(({ range }) => text.split("\n")[range.start.line] === "backend files");
  await client.sendRequest("workspace/executeCommand", lens?.command);
  expect(shown).toEqual([`${uriOf(path)} ${at("files if").line}`]);
  end();
});

test("what is no name cannot be renamed, and the client is told why", async () => {
  const { client, open, published, uriOf, end } = await talk({ [path]: text });
  await open(path, text);
  await published(path);
  await expect(
    client.sendRequest("textDocument/rename", {
      textDocument: { uri: uriOf(path) },
      position: at("timeout client"),
      newName: "x",
    }),
  ).rejects.toThrow(/./);
  end();
});

test("every capability is asked", () => {
  expect(Object.keys(asked).sort()).toEqual(Object.keys(capabilities).sort());
});
