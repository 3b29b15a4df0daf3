import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textOf } from "../../parsers/core/source.ts";
import { check } from "../../workspace/check.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { folderOf, modelsOf, openToy, shape, told } from "./toy.ts";

const text = "toy\n";
const whys = async (folder: string, paths?: string[]) =>
  (await openToy(folder, paths)).layout.map(({ name, why, nodes }) => [
    name,
    why,
    ...nodes.map((node) => `${node.name}: ${node.why}`),
  ]);

describe("a machine's tree", () => {
  test("is the folder above etc, and trees side by side are one cluster", async () => {
    const folder = folderOf({
      "lvs/zerg/etc/toy/toy.conf": text,
      "lvs/terran/etc/table": "",
      "web/one/etc/toy/toy.conf": text,
    });
    expect(shape(await openToy(folder))).toEqual([
      ["lvs", { terran: ["/etc/table!"], zerg: ["/etc/toy/toy.conf!"] }],
      ["web", { one: ["/etc/toy/toy.conf!"] }],
    ]);
    expect(await whys(folder)).toEqual([
      [
        "lvs",
        `folders side by side in ${folder}/lvs`,
        "terran: named by the folder above etc",
        "zerg: named by the folder above etc",
      ],
      ["web", "one machine", "one: named by the folder above etc"],
    ]);
  });

  test("is the same from wherever halint is started", async () => {
    const folder = folderOf({ "lvs/zerg/etc/toy/toy.conf": text });
    const expected = [["lvs", { zerg: ["/etc/toy/toy.conf!"] }]];
    for (const cwd of ["lvs", "lvs/zerg", "lvs/zerg/etc", "lvs/zerg/etc/toy"])
      expect(shape(await openToy(join(folder, cwd)))).toEqual(expected);
    expect(shape(await openToy(folder, ["lvs/zerg/etc/toy/toy.conf"]))).toEqual(expected);
  });

  test("is named by its etc/hostname, comments left out", async () => {
    const folder = folderOf({
      "a/etc/hostname": "# the name\nzerg.example.com\r\n",
      "a/etc/toy/toy.conf": text,
    });
    const { clusters } = await openToy(folder);
    const [node] = clusters[0]!.nodes;
    expect(node?.name).toBe("zerg.example.com");
    expect(node?.nameAt && textOf(node.nameAt)).toBe("zerg.example.com");
    expect(modelsOf({ clusters } as never)[0]?.nodeName).toBe("zerg.example.com");
  });

  test.each(["", "{{ inventory_hostname }}\n", "two words\n"])(
    "is not named by a hostname file of %j",
    async (hostname) => {
      const folder = folderOf({ "a/etc/hostname": hostname, "a/etc/toy/toy.conf": text });
      expect((await openToy(folder)).clusters[0]?.nodes[0]).toMatchObject({ name: "a" });
    },
  );

  test("is the nearest one where etc stands in etc", async () => {
    const folder = folderOf({ "host/etc/ansible/files/etc/toy/toy.conf": text });
    expect(shape(await openToy(folder))).toEqual([["ansible", { files: ["/etc/toy/toy.conf!"] }]]);
  });

  test("may lie one folder deeper in that of its machine", async () => {
    const folder = folderOf({
      "hosts/lb1/rootfs/etc/toy/toy.conf": text,
      "hosts/lb2/rootfs/etc/toy/toy.conf": text,
      "roles/web/files/etc/toy/toy.conf": text,
      "roles/db/files/etc/toy/toy.conf": text,
    });
    expect(shape(await openToy(folder))).toEqual([
      ["hosts", { lb1: ["/etc/toy/toy.conf!"], lb2: ["/etc/toy/toy.conf!"] }],
      ["db", { files: ["/etc/toy/toy.conf!"] }],
      ["web", { files: ["/etc/toy/toy.conf!"] }],
    ]);
  });

  test("is no peer of an earlier state of the same machine", async () => {
    const folder = folderOf({
      "lb1-2024-09/etc/hostname": "lb1\n",
      "lb1-2024-09/etc/table": "",
      "lb1-2024-10/etc/hostname": "lb1\n",
      "lb1-2024-10/etc/table": "",
      "lb2-2024-10/etc/hostname": "lb2\n",
      "lb2-2024-10/etc/table": "",
    });
    expect(await whys(folder)).toMatchObject([
      [expect.anything(), `folders side by side in ${folder}`, /lb1/, /lb2/].map((one) =>
        one instanceof RegExp ? expect.stringMatching(one) : one,
      ),
      ["", "another state of lb1", expect.stringMatching(/lb1-2024-09/)],
    ]);
  });

  test("is a machine of its own where another one is called by its name", async () => {
    const folder = folderOf({
      "lb1/etc/hostname": "lb1\n",
      "lb1/etc/table": "",
      "lb2/etc/hostname": "lb1\n",
      "lb2/etc/table": "",
    });
    expect(await whys(folder)).toHaveLength(1);
  });

  test("machines that are named together are one cluster", async () => {
    const folder = folderOf({ "a/zerg/etc/toy/toy.conf": text, "b/terran/etc/toy/toy.conf": text });
    expect(shape(await openToy(folder, ["a/zerg", "b/terran"]))).toEqual([
      ["", { zerg: ["/etc/toy/toy.conf!"], terran: ["/etc/toy/toy.conf!"] }],
    ]);
    expect(await openToy(folder)).toMatchObject({ clusters: { length: 2 } });
  });

  test("a file that two machines share by a link is a file of both", async () => {
    const folder = folderOf({ "common/x": text, "a/etc/toy/x": "", "b/etc/toy/x": "" });
    for (const node of ["a", "b"]) symlinkSync("../../../common/x", join(folder, node, "etc/toy/toy.conf"));
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([]);
    expect(shape(workspace)).toMatchObject([
      [expect.anything(), { a: ["/etc/toy/toy.conf!"], b: ["/etc/toy/toy.conf!"] }],
    ]);
  });
});

describe("lone files", () => {
  test("that a search finds have nothing to do with each other", async () => {
    const folder = folderOf({ "a/toy.conf": text, "b/toy.conf": text });
    expect(shape(await openToy(folder))).toEqual([
      ["", { "": ["a/toy.conf!"] }],
      ["", { "": ["b/toy.conf!"] }],
    ]);
  });

  test("that are named together are machines of one cluster, named by their files", async () => {
    const folder = folderOf({ "zerg.conf": text, "terran.conf": text });
    const workspace = await openToy(folder, ["zerg.conf", "terran.conf"]);
    expect(shape(workspace)).toEqual([
      [folder.slice(folder.lastIndexOf("/") + 1), { terran: ["terran.conf!"], zerg: ["zerg.conf!"] }],
    ]);
    expect(modelsOf(workspace).map((model) => model?.nodeName)).toEqual([undefined, undefined]);
  });

  test("that are named together are named by their folders where these tell them apart", async () => {
    const folder = folderOf({ "zerg/toy.conf": text, "terran/toy.conf": text });
    expect(shape(await openToy(folder, ["zerg/toy.conf", "terran/toy.conf"]))).toEqual([
      ["", { terran: ["terran/toy.conf!"], zerg: ["zerg/toy.conf!"] }],
    ]);
  });

  test("of one folder and of different formats are one machine's", async () => {
    const folder = folderOf({ "n/toy.conf": text, "n/table": "" });
    expect(shape(await openToy(folder))).toEqual([["", { "": ["n/table!", "n/toy.conf!"] }]]);
  });

  test("of one format are one machine's only in a folder that is called as the daemon's", async () => {
    const parts = { "toy/toy.conf": text, "toy/a.toy": text, "samples/a.toy": text, "samples/b.toy": text };
    expect(shape(await openToy(folderOf(parts)))).toEqual([
      ["", { "": ["samples/a.toy"] }],
      ["", { "": ["samples/b.toy"] }],
      ["", { "": ["toy/toy.conf!", "toy/a.toy"] }],
    ]);
  });

  test("with a name that is no daemon's main file are parts", async () => {
    expect(shape(await openToy(folderOf({ "x.toy": text })))).toEqual([["", { "": ["x.toy"] }]]);
  });

  test("beside the machines' folders speak for the cluster, unless a machine has a file of that kind", async () => {
    const folder = folderOf({
      "c/zerg/etc/toy/toy.conf": text,
      "c/table": "",
      "d/terran/etc/table": "",
      "d/table": "",
    });
    expect(shape(await openToy(folder))).toEqual([
      ["c", { zerg: ["/etc/toy/toy.conf!"], "": ["c/table!"] }],
      ["d", { terran: ["/etc/table!"] }],
      ["", { "": ["d/table!"] }],
    ]);
  });
});

describe("lone files that are called in a row", () => {
  const row = async (files: readonly string[]) =>
    shape(await openToy(folderOf(Object.fromEntries(files.map((file) => [file, text])))));

  test.each([
    ["node1", "node2"],
    ["lb-a", "lb-b"],
    ["master", "backup"],
    ["mysql-master", "mysql-slave1"],
    ["lb01.example.com", "lb02.example.com"],
  ])("%s and %s are machines of one cluster", async (one, other) => {
    const files = [`c/${one}/toy.conf`, `c/${other}/toy.conf`];
    expect(await row(files)).toEqual([["c", { [one]: [`${files[0]}!`], [other]: [`${files[1]}!`] }]]);
  });

  test("have all that lies below their folder", async () => {
    expect(await row(["c/lb1/toy/toy.conf", "c/lb1/net/table", "c/lb2/toy/toy.conf"])).toEqual([
      ["c", { lb1: ["c/lb1/net/table!", "c/lb1/toy/toy.conf!"], lb2: ["c/lb2/toy/toy.conf!"] }],
    ]);
  });

  test("may lie in a folder of each daemon", async () => {
    const files = ["c/toy/lb1/toy.conf", "c/toy/lb2/toy.conf", "c/table/lb1/table", "c/table/lb2/table"];
    expect(await row(files)).toEqual([
      [
        "c",
        {
          lb1: ["c/table/lb1/table!", "c/toy/lb1/toy.conf!"],
          lb2: ["c/table/lb2/table!", "c/toy/lb2/toy.conf!"],
        },
      ],
    ]);
  });

  test("lie in one folder, and are whole files", async () => {
    expect(await row(["c/toy-master.conf", "c/toy-backup.conf", "c/table"])).toEqual([
      ["c", { backup: ["c/toy-backup.conf!"], master: ["c/toy-master.conf!"] }],
      ["", { "": ["c/table!"] }],
    ]);
  });

  test("are parts where the daemon's own file lies beside them", async () => {
    expect(await row(["toy/toy.conf", "toy/toy-lb1.conf", "toy/toy-lb2.conf"])).toMatchObject([
      ["", { "": ["toy/toy.conf!", "toy/toy-lb1.conf", "toy/toy-lb2.conf"] }],
    ]);
  });

  test.each([
    ["example1", "example2"],
    ["site1", "site2"],
    ["a", "b"],
    ["alice", "bob"],
    ["master", "node1"],
    ["conf", "backup"],
  ])("%s and %s are no row", async (one, other) => {
    expect(await row([`c/${one}/toy.conf`, `c/${other}/toy.conf`])).toHaveLength(2);
  });

  test("are compared as the machines that they are", async () => {
    const router = (state: string, ip: string) =>
      `vrrp_instance V {\n  state ${state}\n  interface eth0\n  virtual_router_id 7\n  priority ${state === "MASTER" ? 150 : 100}\n  virtual_ipaddress {\n    ${ip}\n  }\n}\n`;
    const folder = folderOf({
      "keepalived/keepalived-master.conf": router("MASTER", "10.0.0.1"),
      "keepalived/keepalived-backup.conf": router("BACKUP", "10.0.0.2"),
    });
    const workspace = await openWorkspace(["."], { disk: nodeDisk, cwd: folder });
    expect(check(workspace).findings.map(({ rule }) => rule)).toContain("cluster/vip-set-mismatch");
  });
});
