import { expect, test } from "vitest";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { right } from "../cli/run.ts";
import { talk } from "./talk.ts";

const main = "c/lb1/etc/keepalived/keepalived.conf";
const part = "c/lb1/etc/keepalived/conf.d/web.conf";
const drbd = "c/lb1/etc/drbd.conf";
const common = "c/lb1/etc/drbd.d/global_common.conf";
const files = {
  [main]: `include conf.d/web.conf\ninclude /etc/keepalived/conf.d/web.conf\ninclude conf.d/*.conf\n${right}`,
  [part]: "# nothing\n",
  [drbd]: 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n',
  [common]: "global { usage-count no; }\n",
};

/** The edits of a file as "line: new text". */
async function renaming(from: string, to: string, of: string): Promise<string[]> {
  const { client, uriOf, open, end } = await talk(files);
  await open(main, files[main]!);
  const answer = (await client.sendRequest("workspace/willRenameFiles", {
    files: [{ oldUri: uriOf(from), newUri: uriOf(to) }],
  })) as WorkspaceEdit | null;
  const edits: TextEdit[] = answer?.changes?.[uriOf(of)] ?? [];
  end();
  return edits.map(({ range, newText }) => `${range.start.line}: ${newText}`);
}

test("a file that is included literally has its new name in the includes; patterns stay", async () => {
  expect(await renaming(part, part.replace("web.conf", "shop.conf"), main)).toEqual([
    "0: conf.d/shop.conf",
    "1: /etc/keepalived/conf.d/shop.conf",
  ]);
});

test("quotes stay around the name", async () => {
  expect(await renaming(common, "c/lb1/etc/drbd.d/sub/all.conf", drbd)).toEqual(["0: drbd.d/sub/all.conf"]);
});

test("a folder that is renamed takes its files along", async () => {
  expect(await renaming("c/lb1/etc/keepalived/conf.d", "c/lb1/etc/keepalived/parts", main)).toEqual([
    "0: parts/web.conf",
    "1: /etc/keepalived/parts/web.conf",
  ]);
});

test("a file that moves still finds what it includes relative to itself", async () => {
  expect(await renaming(drbd, "c/lb1/etc/drbd.d/drbd.conf", drbd)).toEqual(["0: global_common.conf"]);
});

test("nothing is edited where all names stay true", async () => {
  expect(await renaming("c/lb1", "c/director", main)).toEqual([]);
  expect(await renaming("c/lb1/etc/hosts", "c/lb1/etc/hosts.old", main)).toEqual([]);
});
