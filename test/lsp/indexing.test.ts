import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Disk } from "../../workspace/disk.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { right } from "../cli/run.ts";
import { talk } from "./talk.ts";

const one = "c/lb1/etc/keepalived/keepalived.conf";
const two = "c/lb2/etc/keepalived/keepalived.conf";
const wrong = right.replace("virtual_router_id", "virtual_router_idd");

/** A disk that counts how often the workspace is walked. */
function counted(folder: () => string): { readonly disk: Disk; readonly looks: () => number } {
  let count = 0;
  const list: Disk["list"] = (path) => {
    if (path === folder()) count++;
    return nodeDisk.list(path);
  };
  return { disk: { ...nodeDisk, list }, looks: () => count };
}

describe("the workspace is looked at", () => {
  test("once for all that is asked between two changes, also when a feature fails", async () => {
    let folder = "";
    const { disk, looks } = counted(() => folder);
    const { client, open, uriOf, published, end } = await talk(
      { [one]: wrong },
      {},
      {
        disk,
        prepare: (_, at) => {
          folder = at;
        },
      },
    );
    await open(one, wrong);
    await published(one, (all) => all.length > 0);
    await client.sendRequest("textDocument/documentSymbol", { textDocument: { uri: uriOf(one) } });
    const before = looks();
    // What no client should send: the feature throws.
    await client.sendRequest("textDocument/selectionRange", {
      textDocument: { uri: uriOf(one) },
      positions: 5,
    });
    await client.sendRequest("textDocument/documentSymbol", { textDocument: { uri: uriOf(one) } });
    expect(looks()).toBe(before);
    end();
  });

  test("of a file under two paths the open document's URI is told, without asking the disk for each finding", async () => {
    const realPath = vi.fn(nodeDisk.realPath);
    const { open, published, end } = await talk(
      { [one]: wrong, [two]: wrong },
      {},
      { disk: { ...nodeDisk, realPath } },
    );
    await open(one, wrong);
    const found = await published(two, (all) => all.length > 1);
    expect(found.length).toBeGreaterThan(1);
    const calls = realPath.mock.calls.length;
    await open(two, wrong);
    await published(two, (all) => all.length > 0);
    expect(realPath.mock.calls.length).toBeLessThan(3 * calls);
    end();
  });
});

test("what became stale while it was judged is not published", async () => {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let first = true;
  const { client, publications, uriOf, published, end } = await talk(
    { [one]: wrong, [two]: wrong },
    {},
    {
      filled: {
        fetch: async () => {
          if (first) {
            first = false;
            await gate;
          }
          return false;
        },
        changed: () => {},
      },
      prepare: (_, folder) => void setTimeout(() => rmSync(join(folder, one)), 100),
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  await client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(one), type: 3 }],
  });
  await client.sendRequest("workspace/executeCommand", { command: "nothing" });
  expect(publications()).toBe(0);
  release();
  await published(two, (all) => all.length > 0);
  end();
});

describe("progress of the first look", () => {
  const run = async (clock: () => number, able = true) => {
    const said: string[] = [];
    const { published, end } = await talk(
      { [one]: wrong },
      { window: { workDoneProgress: able } },
      {
        clock,
        prepare: (client) => {
          client.onRequest("window/workDoneProgress/create", () => null);
          client.onNotification("$/progress", ({ value }) => void said.push(value.kind));
        },
      },
    );
    await published(one);
    await new Promise((resolve) => setTimeout(resolve, 30));
    end();
    return said;
  };
  let time = 0;
  const slowly = (): number => (time += 1000);

  test("is shown where it takes long", async () => expect(await run(slowly)).toEqual(["begin", "end"]));
  test("is not shown where it does not", async () => expect(await run(() => 0)).toEqual([]));
  test("is not shown to a client that does not ask for it", async () =>
    expect(await run(slowly, false)).toEqual([]));
});
