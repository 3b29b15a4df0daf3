import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { positionAt } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { walk } from "../../workspace/walk.ts";
import { folderOf, modelsOf, openToy, shape, told } from "./toy.ts";

const good = { "good/etc/toy/toy.conf": "toy\n" };
const goodOnly = [["", { good: ["/etc/toy/toy.conf!"] }]];

/** The cluster of a folder that holds the node `good`: named after the folder. */
const named = (folder: string) => [[folder.slice(folder.lastIndexOf("/") + 1), goodOnly[0]![1]]];

describe("a file that cannot be read is one clear problem, and the others are read", () => {
  test.each([
    ["text with a NUL", "toy\0\n", "this file holds NUL bytes, so it is no text: not read"],
    [
      "UTF-16",
      Buffer.from("\ufefftoy\n", "utf16le"),
      "this file is UTF-16, which no daemon reads: save it as UTF-8",
    ],
  ])("%s", async (_, content, message) => {
    const folder = folderOf({ ...good, "bad/etc/toy/toy.conf": content });
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([`bad/etc/toy/toy.conf: ${message} [file/binary]`]);
    expect(shape(workspace)).toEqual(named(folder));
  });

  test("a file of 50 MiB, which is refused before it is read", async () => {
    const folder = folderOf({ ...good, "bad/etc/toy/toy.conf": "" });
    truncateSync(join(folder, "bad/etc/toy/toy.conf"), 50 * 2 ** 20);
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([
      "bad/etc/toy/toy.conf: this file is 50 MiB, more than 16: not read [file/too-large]",
    ]);
    expect(shape(workspace)).toEqual(named(folder));
  });

  test("a pipe, which is not waited for", async () => {
    const folder = folderOf({ ...good, "bad/etc/toy/other.conf": "toy" });
    execFileSync("mkfifo", [join(folder, "bad/etc/toy/toy.conf")]);
    const workspace = await openToy(folder, ["good", "bad/etc/toy/toy.conf"]);
    expect(told(workspace)).toEqual([
      "bad/etc/toy/toy.conf: this is a pipe, no regular file: not read [file/not-regular]",
    ]);
    expect(shape(workspace)).toEqual(named(folder));
  });

  test("a device that the user names", async () => {
    const workspace = await openToy(folderOf(good), ["good", "/dev/zero"]);
    expect(told(workspace)).toEqual([
      "/dev/zero: this is a device, no regular file: not read [file/not-regular]",
    ]);
  });

  test("a socket", async () => {
    const folder = folderOf({ ...good, "bad/etc/toy/x": "" });
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(folder, "bad/etc/toy/toy.conf"), done));
    const workspace = await openToy(folder);
    await new Promise((done) => server.close(done));
    expect(told(workspace)).toEqual([
      "bad/etc/toy/toy.conf: this is a socket, no regular file: not read [file/not-regular]",
    ]);
  });

  test("a folder under a file's name", async () => {
    const folder = folderOf({ ...good, "bad/etc/toy/toy.conf/x": "" });
    expect(told(await openToy(folder))).toEqual([]);
  });

  test("links that lead nowhere and in a circle", async () => {
    const folder = folderOf(good);
    for (const node of ["a", "b"]) mkdirSync(join(folder, node, "etc/toy"), { recursive: true });
    symlinkSync("nothing.conf", join(folder, "a/etc/toy/toy.conf"));
    symlinkSync("toy.conf", join(folder, "b/etc/toy/toy.conf"));
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([
      "a/etc/toy/toy.conf: this symbolic link leads nowhere [file/unreadable]",
      "b/etc/toy/toy.conf: this symbolic link leads in a circle [file/unreadable]",
    ]);
    expect(shape(workspace)).toEqual(named(folder));
  });

  test("a path that is not there", async () => {
    const workspace = await openToy(folderOf(good), ["good", "nowhere/etc/toy/toy.conf", "missing"]);
    expect(told(workspace)).toEqual([
      "missing: no such file or folder [file/missing]",
      "nowhere/etc/toy/toy.conf: no such file or folder [file/missing]",
    ]);
  });

  test("a named file that no format claims", async () => {
    const folder = folderOf({ ...good, "README.md": "hello" });
    expect(told(await openToy(folder, ["good", "README.md"]))).toEqual([
      "README.md: no format that halint reads is known by this path, name or content: not checked [file/unknown-format]",
    ]);
    expect(told(await openToy(folder))).toEqual([]);
  });
});

describe("a name that no other program uses", () => {
  test.each(formats.filter(({ ownNames }) => ownNames).map((format) => [format.id, format] as const))(
    "%s: tells the file whatever it holds",
    async (id, { ownNames }) => {
      for (const name of ownNames!) {
        const cwd = folderOf({ [name]: "nonsense {\n", "other/else.txt": "nonsense {\n" });
        for (const path of [".", name]) {
          const { layout } = await openWorkspace([path], { disk: nodeDisk, cwd });
          expect(
            layout.flatMap(({ nodes }) =>
              nodes.flatMap(({ files }) => files.map(({ source, format }) => [source.path, format.id])),
            ),
          ).toEqual([[name, id]]);
        }
      }
    },
  );
});

describe("text", () => {
  test("bytes that are not UTF-8 are told once, at their place, and read as U+FFFD", async () => {
    const content = Buffer.concat([
      Buffer.from("toy\nname M"),
      Buffer.from([0xfc]),
      Buffer.from("ller \xff\n", "latin1"),
    ]);
    const workspace = await openToy(folderOf({ "n/etc/toy/toy.conf": content }));
    expect(workspace.problems).toMatchObject([{ rule: "file/not-utf8", severity: "info" }]);
    const { at } = workspace.problems[0]!;
    expect(positionAt(at.source, at.start)).toEqual({ line: 1, column: 6 });
    expect(modelsOf(workspace)[0]?.text).toBe("toy\nname M\ufffdller \ufffd\n");
  });

  test("a byte order mark and CRLF stay in the text: they are for the format to judge", async () => {
    const workspace = await openToy(folderOf({ "n/etc/toy/toy.conf": "\ufefftoy\r\n" }));
    expect(workspace.problems).toEqual([]);
    expect(modelsOf(workspace)[0]?.text).toBe("\ufefftoy\r\n");
  });

  test("an empty file is one", async () => {
    expect(shape(await openToy(folderOf({ "n/etc/toy/toy.conf": "" })))).toMatchObject([
      [expect.anything(), { n: ["/etc/toy/toy.conf!"] }],
    ]);
  });
});

describe("a search", () => {
  test("ends in folders that link to themselves and to each other", async () => {
    const folder = folderOf({ ...good, "a/x": "", "b/x": "" });
    symlinkSync("..", join(folder, "a/up"));
    symlinkSync("../b", join(folder, "a/b"));
    symlinkSync("../a", join(folder, "b/a"));
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([]);
    expect(shape(workspace)).toEqual(named(folder));
  });

  test("does not follow a link out of the folder that was named, and says so", async () => {
    const secret = folderOf({ "etc/toy/toy.conf": "toy stranger" });
    const folder = folderOf({ ...good, "bad/etc/table": "" });
    symlinkSync(join(secret, "etc/toy"), join(folder, "bad/etc/toy"));
    symlinkSync(join(secret, "etc"), join(folder, "bad/etc/unrelated"));
    const workspace = await openToy(folder);
    expect(told(workspace)).toEqual([
      "bad/etc/toy: this symbolic link leads out of .: not followed [file/outside-root]",
    ]);
    expect(modelsOf(workspace).map((model) => model?.text)).not.toContain("toy stranger");
  });

  test("does not read a file behind a link out of the folder", async () => {
    const folder = folderOf(good);
    mkdirSync(join(folder, "bad/etc/toy"), { recursive: true });
    symlinkSync("/etc/shadow", join(folder, "bad/etc/toy/toy.conf"));
    symlinkSync("/etc/shadow", join(folder, "bad/etc/toy/other"));
    expect(told(await openToy(folder))).toEqual([
      "bad/etc/toy/toy.conf: this symbolic link leads out of .: not followed [file/outside-root]",
    ]);
  });

  test("leaves .git and node_modules alone, and every name that is not ours", async () => {
    const folder = folderOf({
      ...good,
      ".git/etc/toy/toy.conf": "toy",
      "node_modules/x/etc/toy/toy.conf": "toy",
      "stranger.conf": "toy",
      "etc/stranger/toy.cfg": "toy",
      "other/cluster.toy": "a stranger's, by its content",
    });
    expect(shape(await openToy(folder))).toEqual(named(folder));
  });

  test("reads a named file by its content, whatever its name", async () => {
    const folder = folderOf({ "a.conf": "toy a" });
    expect(shape(await openToy(folder, ["a.conf"]))).toEqual([["", { "": ["a.conf!"] }]]);
  });

  test("ends after as many entries as it is allowed", () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i % 3}/${i}`, ""])));
    expect(walk(folder, [folder], () => false, nodeDisk, 20)).toMatchObject({ cut: true });
    expect(walk(folder, [folder], () => false, nodeDisk, 20).files.length).toBeLessThan(20);
    expect(walk(folder, [folder], () => false, nodeDisk, 33)).toMatchObject({
      cut: false,
      files: { length: 30 },
    });
  });
});
