import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textOf } from "../../parsers/core/source.ts";
import { alternatives } from "../../workspace/glob.ts";
import { folderOf, modelsOf, openToy, shape, told } from "./toy.ts";

const main = "n/etc/toy/toy.conf";
const part = (name: string) => `n/etc/toy/${name}`;

describe("an include", () => {
  test("is relative to the file that names it, sorted by bytes, without hidden files", async () => {
    const folder = folderOf({
      [main]: "include d/*.conf",
      [part("d/b.conf")]: "include e/x.conf",
      [part("d/B.conf")]: "",
      [part("d/a.conf")]: "",
      [part("d/.hidden.conf")]: "",
      [part("d/c.txt")]: "",
      [part("d/e/x.conf")]: "",
    });
    const workspace = await openToy(folder);
    const [model] = modelsOf(workspace);
    expect(model?.included).toEqual([["d/B.conf", "d/a.conf", "d/b.conf"].map(part), [part("d/e/x.conf")]]);
    expect(shape(workspace)).toMatchObject([[expect.anything(), { n: ["/etc/toy/toy.conf!"] }]]);
    expect(workspace.clusters[0]?.nodes[0]?.documents[0]).toMatchObject({ whole: true });
  });

  test("takes ?, [a], [!a] and braces as glob(3) does: alternatives in the order written", async () => {
    const folder = folderOf({
      [main]: "include {b,a}.x\ninclude [!a].x\ninclude ?.x\ninclude {c,}a.x",
      [part("a.x")]: "",
      [part("b.x")]: "",
    });
    const [model] = modelsOf(await openToy(folder));
    expect(model?.included).toEqual(
      [["b.x", "a.x"], ["b.x"], ["a.x", "b.x"], ["a.x"]].map((names) => names.map(part)),
    );
  });

  test("of an absolute path is looked up in the machine's own tree", async () => {
    const folder = folderOf({ [main]: "include /etc/toy/d/*.conf", [part("d/a.conf")]: "" });
    expect(modelsOf(await openToy(folder))[0]?.included).toEqual([[part("d/a.conf")]]);
  });

  test("of nothing is empty: it is really missing", async () => {
    const workspace = await openToy(folderOf({ [main]: "include d/*.conf\ninclude x.conf" }));
    expect(modelsOf(workspace)[0]?.included).toEqual([[], []]);
    expect(workspace.clusters[0]?.nodes[0]?.documents[0]).toMatchObject({ whole: true });
  });

  test("out of the tree is told at its place and not read", async () => {
    const pattern = "../../../other/etc/toy/toy.conf";
    const folder = folderOf({ [main]: `toy\ninclude ${pattern}\n`, "other/etc/toy/toy.conf": "toy" });
    const workspace = await openToy(folder, ["n"]);
    expect(modelsOf(workspace)[0]?.included).toEqual([undefined]);
    expect(told(workspace)).toEqual([
      `${main}: ${pattern} leads out of n's tree: not read [file/outside-root]`,
    ]);
    expect(textOf(workspace.problems[0]!.at)).toBe(pattern);
    expect(workspace.clusters[0]?.nodes[0]?.documents[0]).toMatchObject({ whole: false });
  });

  test("of an absolute path cannot climb above the machine's /", async () => {
    const folder = folderOf({
      [main]: "include /../../other/x.conf",
      "n/other/x.conf": "",
      "other/x.conf": "",
    });
    expect(modelsOf(await openToy(folder, ["n"]))[0]?.included).toEqual([["n/other/x.conf"]]);
  });

  test("through a link out of the tree is told and not read", async () => {
    const folder = folderOf({ [main]: "include secret.conf" });
    symlinkSync("/etc/shadow", join(folder, "n/etc/toy/secret.conf"));
    const workspace = await openToy(folder, [main]);
    expect(modelsOf(workspace)[0]?.included).toEqual([undefined]);
    expect(told(workspace)).toEqual([
      `${main}: secret.conf leads out of n by a symbolic link: not read [file/outside-root]`,
    ]);
  });

  test("through a link inside the tree is read, once", async () => {
    const folder = folderOf({ [main]: "include on/*.conf", [part("off/a.conf")]: "" });
    mkdirSync(join(folder, "n/etc/toy/on"));
    symlinkSync("../off/a.conf", join(folder, "n/etc/toy/on/a.conf"));
    const workspace = await openToy(folder);
    expect(modelsOf(workspace)[0]?.included).toMatchObject([{ length: 1 }]);
    expect(shape(workspace)).toMatchObject([[expect.anything(), { n: ["/etc/toy/toy.conf!"] }]]);
  });

  test("of itself and of each other gives the same Source, so that a reader can stop", async () => {
    const folder = folderOf({ [main]: "include toy.conf\ninclude a.x", [part("a.x")]: "include toy.conf" });
    expect(modelsOf(await openToy(folder))[0]?.included).toEqual([[main], [part("a.x")], [main]]);
  });

  test("of a file that cannot be read leaves what is missing unknown", async () => {
    const folder = folderOf({ [main]: "include a.x", [part("a.x")]: "\0" });
    const workspace = await openToy(folder);
    expect(modelsOf(workspace)[0]?.included).toEqual([undefined]);
    expect(told(workspace)).toMatchObject([expect.stringContaining("[file/binary]")]);
  });

  test("of more than 1,000 files is cut and told", async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [part(`d/${i}.x`), ""]));
    const workspace = await openToy(folderOf({ [main]: "include d/*", ...many }));
    expect(modelsOf(workspace)[0]?.included).toEqual([undefined]);
    expect(told(workspace)).toEqual([
      `${main}: more than 1000 files are included: the rest is not read [file/too-many]`,
    ]);
  });

  test("in a lone file is read where it lies beside it, and unknown where not", async () => {
    const folder = folderOf({
      "x/toy.conf": "include d/*.toy\ninclude e.toy\ninclude /etc/f\ninclude ../g.toy",
      "x/d/a.toy": "toy",
      "g.toy": "toy",
    });
    const workspace = await openToy(folder, ["x"]);
    expect(modelsOf(workspace)[0]?.included).toEqual([["x/d/a.toy"], undefined, undefined, undefined]);
    expect(told(workspace)).toEqual([]);
    expect(shape(workspace)).toEqual([["", { "": ["x/toy.conf!"] }]]);
  });
});

test("what no main file includes is read alone, as a part", async () => {
  const workspace = await openToy(folderOf({ [main]: "", [part("old.conf")]: "" }));
  expect(shape(workspace)).toMatchObject([
    [expect.anything(), { n: ["/etc/toy/toy.conf!", "/etc/toy/old.conf"] }],
  ]);
  expect(workspace.layout[0]?.nodes[0]?.files.map(({ source, why }) => [source.path, why])).toEqual([
    [part("old.conf"), "told by its path, included by nothing here"],
    [main, "told by its path"],
  ]);
});

describe("braces", () => {
  test.each([
    ["a{b,c}d", ["abd", "acd"]],
    ["{a,b{c,d}}", ["a", "bc", "bd"]],
    ["{a,b}{c,d}", ["ac", "ad", "bc", "bd"]],
    ["{a", ["{a"]],
    ["a}", ["a}"]],
    ["x{}", ["x{}"]],
    ["{a,}", ["a", ""]],
  ])("%s", (pattern, expected) => expect(alternatives(pattern)).toEqual(expected));

  test("that multiply are bounded", () => {
    expect(alternatives("{a,b}".repeat(40)).length).toBeLessThanOrEqual(200);
  });
});
