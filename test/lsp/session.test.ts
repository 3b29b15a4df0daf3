import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newSession } from "../../lsp/session.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { right } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";

const one = "c/lb1/etc/keepalived/keepalived.conf";
const two = "c/lb2/etc/keepalived/keepalived.conf";
const wrong = right.replace("virtual_router_id", "virtual_router_idd");

function sessionIn(files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const session = newSession(nodeDisk);
  return {
    folder,
    session,
    view: () => session.view({ cwd: folder, paths: [folder] }),
    at: (path: string) => join(folder, path),
  };
}

test("a file that did not change stays the same Source, beside one that did", async () => {
  const { view, at } = sessionIn({ [one]: right, [two]: right });
  const before = await view();
  writeFileSync(at(two), `${right}\n# more\n`);
  const after = await view();
  expect(after.sourceAt(at(one))).toBe(before.sourceAt(at(one)));
  expect(after.sourceAt(at(two))?.text).toBe(`${right}\n# more\n`);
  expect(after.sourceAt(at(two))).not.toBe(before.sourceAt(at(two)));
});

test("a deleted file is forgotten, with what was found in it", async () => {
  const { view, at } = sessionIn({ [one]: wrong, [two]: right });
  expect((await view()).findings.map(({ at }) => at.source.path)).toContain(one);
  rmSync(at(one));
  const { sourceAt, findings } = await view();
  expect(sourceAt(at(one))).toBeUndefined();
  expect(findings.map(({ at }) => at.source.path)).not.toContain(one);
});

test("an open document's text wins over the disk's until it is closed", async () => {
  const { session, view, at } = sessionIn({ [one]: right, [two]: right });
  session.edit(at(one), wrong);
  writeFileSync(at(one), "# written by another program\n");
  const open = await view();
  expect(open.sourceAt(at(one))?.text).toBe(wrong);
  expect((await view()).sourceAt(at(one))).toBe(open.sourceAt(at(one)));
  session.edit(at(one), undefined);
  expect((await view()).sourceAt(at(one))?.text).toBe("# written by another program\n");
});

test("the path of a file is known also when a later view knows it no more", async () => {
  const { session, view, at } = sessionIn({ [one]: right });
  const source = (await view()).sourceAt(at(one))!;
  rmSync(at(one));
  await view();
  expect(session.pathOf(source)).toBe(at(one));
});

test("a new document is judged before it is saved, as a file of the machine that its path tells", async () => {
  const { session, view, at } = sessionIn({ [two]: right });
  session.edit(at(one), wrong);
  const { findings, workspace, sourceAt } = await view();
  expect(sourceAt(at(one))?.text).toBe(wrong);
  expect(findings.map(({ rule, at }) => [rule, at.source.path])).toContainEqual([
    "schema/unknown-keyword",
    one,
  ]);
  expect(workspace.layout.flatMap(({ nodes }) => nodes.map(({ name }) => name))).toEqual(["lb1", "lb2"]);
  session.edit(at(one), undefined);
  expect((await view()).sourceAt(at(one))).toBeUndefined();
});
