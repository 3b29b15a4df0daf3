import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../../workspace/check.ts";
import { type Disk, isFolder, maxBytes, readText } from "../../workspace/disk.ts";
import { type MemoryDisk, memoryDisk } from "../../workspace/memoryDisk.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A folder of the disk, in memory at `/there`. */
function copyOf(folder: string): MemoryDisk {
  const disk = memoryDisk();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) disk.put(`/there/${name}`, readFileSync(path));
    else disk.putFolder(`/there/${name}`);
  }
  return disk;
}

const findings = async (disk: Disk, folder: string): Promise<unknown> =>
  check(await openWorkspace([folder], { disk, cwd: folder })).findings.map(({ at, rule, message }) => [
    at.source.path,
    at.start,
    rule,
    message,
  ]);

describe("files in memory", () => {
  test.each(readdirSync(examples))("%s is judged as it is on the disk", async (name) => {
    const folder = join(examples, name);
    if (!statSync(folder).isDirectory()) return;
    expect(await findings(copyOf(folder), "/there")).toEqual(await findings(nodeDisk, folder));
  });

  test("bring their folders, and leave nothing behind", () => {
    const disk = memoryDisk();
    disk.put("/a/b/c", bytes("x"));
    expect([isFolder(disk, "/a/b"), isFolder(disk, "/a"), isFolder(disk, "/a/b/c")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(disk.list("/a")).toEqual([{ name: "b", kind: "folder" }]);
    expect(readText(disk, "/a/b")).toMatchObject({ rule: "file/not-regular" });
    const { stamp } = disk.statOf("/a/b/c")!;
    disk.put("/a/b/c", bytes("y"));
    expect(disk.statOf("/a/b/c")?.stamp).not.toBe(stamp);
    disk.remove("/a/b");
    expect([disk.statOf("/a/b/c"), disk.statOf("/a/b"), disk.list("/a")]).toEqual([undefined, undefined, []]);
    expect(readText(disk, "/a/b/c")).toMatchObject({ rule: "file/missing" });
  });

  test("are texts or refused in the disk's words", () => {
    const disk = memoryDisk();
    disk.put("/wrong", Uint8Array.of(0x61, 0xe9, 0x62));
    disk.put("/nul", bytes("a\0"));
    disk.put("/mark", bytes("\ufeffa"));
    disk.put("/large", new Uint8Array(maxBytes + 1));
    expect(readText(disk, "/wrong")).toEqual({ text: "a\ufffdb", wrongAt: 1 });
    expect(readText(disk, "/nul")).toMatchObject({ rule: "file/binary" });
    expect(readText(disk, "/mark")).toEqual({ text: "\ufeffa" });
    expect(readText(disk, "/large")).toEqual({
      rule: "file/too-large",
      message: "this file is 17 MiB, more than 16: not read",
    });
  });
});
