import { rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  expect((await view()).sourceAt(at(one))).toBeUndefined();
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

test("whose a file is follows what is typed, where the disk stays as it is", async () => {
  const hostname = "c/a/etc/hostname";
  const { session, view, at } = sessionIn({
    "c/a/etc/keepalived/keepalived.conf": right,
    [hostname]: "lb1\n",
  });
  const names = async () =>
    (await view()).workspace.layout.flatMap(({ nodes }) => nodes.map(({ name }) => name));
  session.edit(at(hostname), "lb1\n");
  expect(await names()).toEqual(["lb1"]);
  session.edit(at(hostname), "lb7\n");
  expect(await names()).toEqual(["lb7"]);
  session.edit(at(hostname), undefined);
  expect(await names()).toEqual(["lb1"]);
});

test("a file that only its content makes one of a format comes and goes with it", async () => {
  const lone = "lone/cluster.conf";
  const { session, view, at } = sessionIn({ [lone]: "cluster:\n\tname = web\n\tnode_count = 1\n" });
  const formats = async () =>
    (await view()).workspace.layout.flatMap(({ nodes }) =>
      nodes.flatMap(({ files }) => files.map(({ format }) => format.id)),
    );
  session.edit(at(lone), "cluster:\n");
  expect(await formats()).toEqual(["ocfs2"]);
  session.edit(at(lone), "<?xml version='1.0'?>\n");
  expect(await formats()).toEqual([]);
  session.edit(at(lone), undefined);
  expect(await formats()).toEqual(["ocfs2"]);
});

test("what was wrong with files as such is told at each look", async () => {
  const { view, at } = sessionIn({ [one]: right, "c/lb1/etc/hosts": "127.0.0.1 localhost\n" });
  symlinkSync("/etc/fstab", at("c/lb1/etc/fstab"));
  const problems = async () =>
    (await view()).findings.flatMap(({ rule, at }) => (rule.startsWith("file/") ? [at.source.path] : []));
  const first = await problems();
  expect(first).toEqual(["c/lb1/etc/fstab"]);
  expect(await problems()).toEqual(first);
});

test("halint.config counts as it stands, also where only it changes", async () => {
  const config = "halint.config.json";
  const off = JSON.stringify({ rules: { "schema/unknown-keyword": "off" } });
  const { view, at } = sessionIn({ [one]: wrong, [config]: "{}" });
  const rules = async () => (await view()).findings.map(({ rule }) => rule);
  expect(await rules()).toContain("schema/unknown-keyword");
  writeFileSync(at(config), off);
  expect(await rules()).not.toContain("schema/unknown-keyword");
  rmSync(at(config));
  expect(await rules()).toContain("schema/unknown-keyword");
});

test("a halint.config that lies on no disk yet follows what is typed", async () => {
  const config = "halint.config.json";
  const { session, view, at } = sessionIn({ [one]: wrong });
  const rules = async () => (await view()).findings.map(({ rule }) => rule);
  session.edit(at(config), "{}");
  expect(await rules()).toContain("schema/unknown-keyword");
  session.edit(at(config), JSON.stringify({ rules: { "schema/unknown-keyword": "off" } }));
  expect(await rules()).not.toContain("schema/unknown-keyword");
});
