import { expect, test } from "vitest";
import type { Connection } from "vscode-languageserver";
import { clientDisk } from "../../lsp/clientDisk.ts";
import { newSession } from "../../lsp/session.ts";
import { pathOf, uriOf } from "../../lsp/virtualPaths.ts";
import { right } from "../cli/run.ts";

const folder = "/memfs:c";
const main = `${folder}/lb1/etc/keepalived/keepalived.conf`;
const part = `${folder}/lb1/etc/keepalived/part.conf`;
const wrong = right.replace("virtual_router_id", "virtual_router_idd");

/** A client with these files, by path, that notes what it was asked. */
function clientWith(files: Record<string, string>) {
  const asked: (string | readonly string[])[] = [];
  const sendRequest = async ({ method }: { readonly method: string }, uris: readonly string[] = []) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    asked.push(method.endsWith("listFiles") ? "list" : uris.map((uri) => pathOf(uri)!.split("/").at(-1)!));
    if (method.endsWith("listFiles"))
      return { files: Object.keys(files).map(uriOf), folders: [uriOf(folder)] };
    return uris.map((uri) => {
      const text = files[pathOf(uri)!];
      return text === undefined ? null : new TextEncoder().encode(text);
    });
  };
  const connection = { sendRequest } as unknown as Connection;
  const { disk, filled } = clientDisk({ pathOf, uriOf });
  const session = newSession(disk, { fetch: () => filled.fetch(connection) });
  const findings = async (): Promise<string[]> =>
    (await session.view({ cwd: folder, paths: [folder] })).findings.map(({ rule }) => rule);
  return { files, asked, filled, findings };
}

test("only files that are looked into are fetched, an included one when it is named", async () => {
  const { asked, findings } = clientWith({
    [main]: `include part.conf\n${right}`,
    [part]: wrong.replaceAll("VI_1", "VI_2"),
    [`${folder}/large.iso`]: "x",
  });
  expect(await findings()).toContain("schema/unknown-keyword");
  expect(asked[0]).toBe("list");
  expect(asked.flat().sort()).toEqual(["keepalived.conf", "list", "part.conf"]);
  await findings();
  expect(asked.flat()).toHaveLength(3);
});

test("what changed is fetched anew, what is new is found, what is gone is forgotten", async () => {
  const { files, asked, filled, findings } = clientWith({ [main]: right });
  expect(await findings()).not.toContain("schema/unknown-keyword");
  files[main] = wrong;
  filled.changed([{ uri: uriOf(main), type: 2 }]);
  expect(await findings()).toContain("schema/unknown-keyword");
  expect(asked).toHaveLength(3);
  delete files[main];
  filled.changed([{ uri: uriOf(`${folder}/lb1`), type: 3 }]);
  expect(await findings()).toEqual([]);
  files[main] = wrong;
  filled.changed([{ uri: uriOf(main), type: 1 }]);
  expect(await findings()).toContain("schema/unknown-keyword");
});

test("two looks at once wait for the same list", async () => {
  const { asked, findings } = clientWith({ [main]: wrong });
  const [one, two] = await Promise.all([findings(), findings()]);
  expect(one).toContain("schema/unknown-keyword");
  expect(two).toEqual(one);
  expect(asked.filter((what) => what === "list")).toHaveLength(1);
});

test("a folder with nothing in it has no findings", async () => {
  expect(await clientWith({}).findings()).toEqual([]);
});
