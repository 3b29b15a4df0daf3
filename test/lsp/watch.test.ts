import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import type { Disk } from "../../workspace/disk.ts";
import { heldDisk } from "../../workspace/heldDisk.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { right } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { talk } from "./talk.ts";

const one = "c/lb1/etc/keepalived/keepalived.conf";
const two = "c/lb2/etc/keepalived/keepalived.conf";
const slower = right.replace("interface eth0", "interface eth0\n    advert_int 3");
const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const differs = (all: readonly Diagnostic[]): boolean =>
  all.some(({ code }) => code === "cluster/advert-int-mismatch");

const typo = (all: readonly Diagnostic[]): boolean =>
  all.some(({ code }) => code === "schema/unknown-keyword");

/** A disk that counts how often it is looked at. */
function counted(): { readonly disk: Disk; readonly looks: () => number } {
  let looks = 0;
  const count =
    <Answer>(ask: (path: string) => Answer) =>
    (path: string): Answer => {
      looks++;
      return ask(path);
    };
  const { statOf, list, realPath } = nodeDisk;
  return {
    disk: { ...nodeDisk, statOf: count(statOf), list: count(list), realPath: count(realPath) },
    looks: () => looks,
  };
}

/** A client that watches, with both files right and one of them open. */
async function watcher() {
  const { disk, looks } = counted();
  const talked = await talk({ [one]: right, [two]: right }, watching, {
    disk,
    prepare: (client) => client.onRequest("client/registerCapability", () => null),
  });
  await talked.open(one, right);
  let version = 1;
  const type = async (text: string): Promise<void> => {
    version++;
    await talked.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: talked.uriOf(one), version },
      contentChanges: [{ text }],
    });
  };
  await type(`${right}oops\n`);
  await talked.published(one, typo);
  return { ...talked, looks, type };
}

describe("a client that watches the disk", () => {
  test("makes the server look at it once for many keys", async () => {
    const { type, published, looks, end } = await watcher();
    const before = looks();
    await type(right);
    await published(one, (all) => !typo(all));
    expect(looks() - before).toBeLessThan(before / 3);
    end();
  });

  test("tells of a change, which then counts", async () => {
    const { client, folder, type, published, uriOf, end } = await watcher();
    writeFileSync(join(folder, two), slower);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(two), type: 2 }],
    });
    await type(right);
    expect(differs(await published(one, differs))).toBe(true);
    end();
  });

  test("need not tell of what it cannot see: that is found a while later", async () => {
    const { folder, type, published, end } = await watcher();
    writeFileSync(join(folder, two), slower);
    await type(right);
    expect(differs(await published(one, differs))).toBe(true);
    end();
  });
});

describe("a held disk", () => {
  const files = { "etc/hosts": "127.0.0.1 localhost\n" };

  test("answers as it did, and knows when the disk has changed", () => {
    const folder = folderOf(files);
    const held = heldDisk(nodeDisk);
    const path = join(folder, "etc/hosts");
    const before = [held.statOf(path), held.list(dirname(path)), held.statOf(join(folder, "none"))];
    expect(held.isStill()).toBe(true);
    rmSync(path);
    expect([held.statOf(path), held.list(dirname(path)), held.statOf(join(folder, "none"))]).toEqual(before);
    expect(held.isStill()).toBe(false);
    mkdirSync(join(folder, "none"));
    expect(heldDisk(nodeDisk).statOf(join(folder, "none"))?.kind).toBe("folder");
  });
});
