import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { CodeAction, Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver/node";
import { right, wrong } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { talk } from "./talk.ts";

const one = "c/lb1/etc/keepalived/keepalived.conf";
const two = "c/lb2/etc/keepalived/keepalived.conf";
const pair = { [one]: right, [two]: right };
const slower = right.replace("interface eth0", "interface eth0\n    advert_int 3");

const rulesOf = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe("the server", () => {
  test("says what it can, and in which encoding it counts", async () => {
    const { client, end } = await talk(pair);
    const answer = (await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] } },
    })) as { capabilities: { positionEncoding: string } };
    expect(answer.capabilities.positionEncoding).toBe("utf-8");
    end();
  });

  test("publishes what the command line finds in files that nobody opened, with the other node's place", async () => {
    const { published, uriOf, end } = await talk({ ...pair, [two]: slower });
    const [finding] = (await published(one)).filter(({ code }) => code === "cluster/advert-int-mismatch");
    expect(finding?.message).toMatch(/^advert_int 1 .* 3 on lb2/);
    expect(finding?.relatedInformation?.[0]?.location.uri).toBe(uriOf(two));
    end();
  });

  test("judges the text in the editor, not the disk's, on every node", async () => {
    const { open, published, client, uriOf, end } = await talk(pair);
    await open(one, right);
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri: uriOf(one), version: 2 },
      contentChanges: [{ text: right.replace("virtual_router_id", "virtual_router_idd") }],
    });
    const typo = (all: readonly Diagnostic[]) => rulesOf(all).includes("schema/unknown-keyword");
    expect(rulesOf(await published(one, typo))).toContain("schema/unknown-keyword");
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(one) } });
    expect(rulesOf(await published(one, (all) => !typo(all)))).not.toContain("schema/unknown-keyword");
    end();
  });

  test("gives diagnostics of an open file when it is asked, and does not publish them as well", async () => {
    const { client, open, published, uriOf, end } = await talk(
      { ...pair, [two]: slower },
      { textDocument: { diagnostic: {} } },
    );
    expect(rulesOf(await published(one))).toContain("cluster/advert-int-mismatch");
    await open(one, right);
    expect(await published(one, (all) => all.length === 0)).toEqual([]);
    const report = (await client.sendRequest("textDocument/diagnostic", {
      textDocument: { uri: uriOf(one) },
    })) as DocumentDiagnosticReport & { items: Diagnostic[] };
    expect(rulesOf(report.items)).toContain("cluster/advert-int-mismatch");
    end();
  });

  test.each([
    ["utf-8", 4],
    ["utf-16", 3],
  ] as const)(
    "takes changes of a part of the text, and counts as the client does: %s",
    async (encoding, wide) => {
      const { open, published, client, uriOf, end } = await talk(pair, {
        general: { positionEncodings: [encoding] },
      });
      const place = (character: number) => ({ line: 0, character });
      await open(one, `# é\n${right}`);
      const change = async (version: number, start: number, stop: number, text: string): Promise<void> =>
        client.sendNotification("textDocument/didChange", {
          textDocument: { uri: uriOf(one), version },
          contentChanges: [{ range: { start: place(start), end: place(stop) }, text }],
        });
      await change(2, 0, 1, '"é" ');
      const finding = (all: readonly Diagnostic[]) =>
        all.find(({ code }) => code === "schema/unknown-keyword");
      const found = await published(one, (all) => finding(all) !== undefined);
      expect(finding(found)?.range).toEqual({ start: place(0), end: place(wide) });
      await change(3, 0, wide, "#");
      expect(rulesOf(await published(one, (all) => !finding(all)))).not.toContain("schema/unknown-keyword");
      end();
    },
  );

  test("judges anew what changed on the disk", async () => {
    const { client, folder, published, uriOf, end } = await talk({ ...pair, [one]: wrong });
    await published(one);
    writeFileSync(join(folder, one), slower);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(one), type: 2 }],
    });
    const differs = (all: readonly Diagnostic[]) => rulesOf(all).includes("cluster/advert-int-mismatch");
    expect(rulesOf(await published(one, differs))).not.toContain("schema/unknown-keyword");
    end();
  });

  test("judges folders that the client adds, and no more those that it removes", async () => {
    const { client, folder, published, end } = await talk(
      { [one]: wrong },
      { workspace: { workspaceFolders: true } },
    );
    await published(one);
    const other = folderOf({ [two]: wrong });
    const there = join(relative(folder, other), two);
    const event = { uri: pathToFileURL(other).href, name: "other" };
    const change = (added: readonly object[], removed: readonly object[]): Promise<void> =>
      client.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
    await change([event], []);
    expect(rulesOf(await published(there))).toContain("schema/unknown-keyword");
    await change([], [event]);
    expect(await published(there, (all) => all.length === 0)).toEqual([]);
    end();
  });

  test("offers the fix, the explanation and the other place", async () => {
    const wrong = right.replace("virtual_router_id", "virtual_router_idd");
    const { client, published, uriOf, end } = await talk({ [one]: wrong });
    const [finding] = (await published(one)).filter(({ code }) => code === "schema/unknown-keyword");
    const actions = (await client.sendRequest("textDocument/codeAction", {
      textDocument: { uri: uriOf(one) },
      range: finding!.range,
      context: { diagnostics: [] },
    })) as CodeAction[];
    const fix = actions.find(({ edit }) => edit);
    expect(fix?.edit?.changes?.[uriOf(one)]?.[0]?.newText).toBe("virtual_router_id");
    expect(actions.map(({ command }) => command?.command)).toContain("halint.explain");
    const told = new Promise((resolve) =>
      client.onNotification("window/showMessage", ({ message }: { message: string }) => resolve(message)),
    );
    const page = await client.sendRequest("workspace/executeCommand", {
      command: "halint.explain",
      arguments: ["schema/unknown-keyword"],
    });
    expect(page).toContain("# schema/unknown-keyword");
    expect(await told).toBe("schema/unknown-keyword\n\nA word.\n\nThe daemon drops it.\n\nDaemon: warns");
    end();
  });

  test("lives through what no client should send", async () => {
    const { client, open, uriOf, end } = await talk(pair);
    await open(one, "\0{{{\n‸ü");
    const requests: [string, unknown][] = [
      ["textDocument/codeAction", { textDocument: { uri: "untitled:x" }, range: null, context: null }],
      ["textDocument/diagnostic", { textDocument: { uri: "file:///nowhere" } }],
      [
        "textDocument/codeAction",
        {
          textDocument: { uri: uriOf(one) },
          range: { start: { line: 1e9, character: 1e9 }, end: { line: 1e9, character: 1e9 } },
          context: { diagnostics: [] },
        },
      ],
      ["workspace/executeCommand", { command: "halint.explain", arguments: [{}] }],
      ["no/such/method", {}],
    ];
    for (const [method, params] of requests)
      await client.sendRequest(method, params).catch((error) => expect(error).toBeInstanceOf(Error));
    await client.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(one) } });
    expect(await client.sendRequest("shutdown")).toBeNull();
    end();
  });
});
