import { describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { settingsOf } from "../../lsp/settings.ts";
import { right } from "../cli/run.ts";
import { type Talk, talk } from "./talk.ts";

const one = "c/lb1/etc/keepalived/keepalived.conf";
const wrong = right.replace("virtual_router_id", "virtual_router_idd");
const hasTypo = (all: readonly Diagnostic[]): boolean =>
  all.some(({ code }) => code === "schema/unknown-keyword");
const hasNone = (all: readonly Diagnostic[]): boolean => !hasTypo(all);

const change = ({ client, uriOf }: Talk, version: number, text: string): Promise<void> =>
  client.sendNotification("textDocument/didChange", {
    textDocument: { uri: uriOf(one), version },
    contentChanges: [{ text }],
  });

test("values of a wrong type and empty ones are as if they were not there", () => {
  expect(settingsOf({ enable: "no", run: 5, configFile: "", target: null })).toEqual({
    enable: true,
    run: "onType",
  });
  expect(settingsOf(null)).toEqual(settingsOf(undefined));
  expect(settingsOf({ target: "debian-12" }, settingsOf({ run: "onSave", target: "x" }))).toEqual({
    enable: true,
    run: "onSave",
    target: "debian-12",
  });
});

describe("halint.run", () => {
  test("onSave: findings are told when the text is saved, features see it at once", async () => {
    const chat = await talk({ [one]: right }, {}, { settings: { run: "onSave" } });
    const { client, open, uriOf, publications, published, end } = chat;
    await open(one, wrong);
    await published(one, hasTypo);
    await change(chat, 2, right);
    const told = publications();
    const symbols = await client.sendRequest("textDocument/hover", {
      textDocument: { uri: uriOf(one) },
      position: {
        line: right.split("\n").findIndex((line) => line.includes("virtual_router_id")),
        character: 6,
      },
    });
    expect(JSON.stringify(symbols)).toContain("virtual_router_id");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(publications()).toBe(told);
    await client.sendNotification("textDocument/didSave", { textDocument: { uri: uriOf(one) } });
    await published(one, hasNone);
    end();
  });

  test("onType: they are told at every change", async () => {
    const chat = await talk({ [one]: right });
    await chat.open(one, wrong);
    await chat.published(one, hasTypo);
    await change(chat, 2, right);
    await chat.published(one, hasNone);
    chat.end();
  });
});

describe("the client's settings", () => {
  test("are asked for at the start and when they change, where the client gives them", async () => {
    const answers: unknown[] = [[{ enable: true }], [{ enable: false }]];
    const registered: string[] = [];
    const { client, published, end } = await talk(
      { [one]: wrong },
      { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
      {
        prepare: (client) => {
          client.onRequest("client/registerCapability", ({ registrations }) => {
            for (const { method } of registrations) registered.push(method);
            return null;
          });
          client.onRequest("workspace/configuration", ({ items }) => {
            expect(items).toEqual([{ section: "halint" }]);
            return answers.shift() ?? [{}];
          });
        },
      },
    );
    await published(one, hasTypo);
    expect(registered).toContain("workspace/didChangeConfiguration");
    await client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await published(one, (all) => all.length === 0);
    end();
  });

  test("are taken as they are sent from a client that is not asked", async () => {
    const { client, published, end } = await talk({ [one]: wrong });
    await published(one, hasTypo);
    await client.sendNotification("workspace/didChangeConfiguration", {
      settings: { halint: { enable: false } },
    });
    await published(one, (all) => all.length === 0);
    end();
  });
});

test("a wrong config is told once, and again only when it is wrong in another way", async () => {
  const shown: string[] = [];
  const settings = (target: string) => ({ settings: { halint: { target } } });
  const { client, open, uriOf, published, end } = await talk(
    { [one]: wrong },
    {},
    {
      settings: { target: "nothing" },
      prepare: (client) => {
        client.onNotification(
          "window/showMessage",
          ({ message }: { message: string }) => void shown.push(message),
        );
      },
    },
  );
  await open(one, wrong);
  const hover = { textDocument: { uri: uriOf(one) }, position: { line: 1, character: 5 } };
  for (let i = 0; i < 3; i++) expect(await client.sendRequest("textDocument/hover", hover)).toBeNull();
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^halint: unknown target "nothing"/);
  await client.sendNotification("workspace/didChangeConfiguration", settings("nought"));
  await client.sendRequest("textDocument/hover", hover);
  expect(shown).toHaveLength(2);
  await client.sendNotification("workspace/didChangeConfiguration", settings("debian-12"));
  await published(one, hasTypo);
  await client.sendNotification("workspace/didChangeConfiguration", settings("nought"));
  await client.sendRequest("textDocument/hover", hover);
  expect(shown).toHaveLength(3);
  end();
});
