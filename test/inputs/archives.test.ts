import { cpSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mountArchives } from "../../workspace/archives/main.ts";
import { type Limits, limits } from "../../workspace/archives/member.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { right, run } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { examples, found, lines, tarOf, tool } from "./tools.ts";

const kinds: readonly (readonly [name: string, ...command: readonly string[]])[] = [
  ["a.tar", "tar", "cf"],
  ["a.tar.gz", "tar", "czf"],
  ["a.tgz", "tar", "czf"],
  ["a.tar.xz", "tar", "cJf"],
  ["a.tar.bz2", "tar", "cjf"],
  ["a.tar.zst", "tar", "--zstd", "-cf"],
  ["a.zip", "zip", "-qr"],
];

const wrong = right.replace("eth0", "eth0\n    nonsense on");
const conf = "n/etc/keepalived/keepalived.conf";
const packed = async (name: string, members: Parameters<typeof tarOf>[0]): Promise<string> =>
  folderOf({ [name]: await tarOf(members) });

describe("an archive is a folder", () => {
  test("of the same findings, however it is packed", async () => {
    const folder = folderOf({});
    cpSync(join(examples, "lvs-dr"), join(folder, "lvs-dr"), { recursive: true });
    const plain = await found(folder, "lvs-dr");
    expect(plain.out.split("\n").length).toBeGreaterThan(50);
    for (const [name, command = "", ...args] of kinds) {
      tool(folder, command, ...args, name, "lvs-dr");
      const run = await found(folder, name);
      expect({ ...run, out: run.out.replaceAll(`${name}/`, "") }).toEqual(plain);
    }
  }, 60_000);

  test("whatever its suffix says of how it is packed", async () => {
    const folder = folderOf({ [conf]: wrong });
    tool(folder, "tar", "cf", "x.tar.gz", "n");
    expect(await lines(folder, "x.tar.gz")).toEqual([
      expect.stringMatching(/^x\.tar\.gz\/n\/etc\/keepalived\/keepalived\.conf:3:.*nonsense/),
    ]);
  });

  test("only where it is named itself", async () => {
    const folder = folderOf({ [conf]: right });
    tool(folder, "tar", "cf", "backup.tar", "--transform=s/^n/old/", "n");
    expect((await found(folder, ".")).err).toContain("1 file of 1 node");
    expect((await found(folder, "backup.tar")).err).toContain("1 file of 1 node");
  });

  test("that is not written: --fix says so, and --diff prints what it would do", async () => {
    const unused = "# halint-disable-line schema/unknown-keyword\n";
    const folder = folderOf({ [conf]: `${unused}${right}` });
    tool(folder, "tar", "cf", "a.tar", "n");
    const before = readFileSync(join(folder, "a.tar"));
    const fixed = await run(["--fix", ".", "a.tar"], { cwd: folder });
    expect(fixed.err).toContain("a.tar: archives are not written; --diff prints what would be fixed in it\n");
    expect(fixed.err).toContain("1 finding fixed in 1 file\n");
    expect(readFileSync(join(folder, "a.tar"))).toEqual(before);
    expect(readFileSync(join(folder, conf), "utf8")).toBe(right);
    const shown = await run(["--diff", "a.tar"], { cwd: folder });
    expect(shown.out).toContain(`--- a.tar/${conf}\n`);
    expect(shown.err).toBe("1 finding to fix in 1 file\n");
  });

  test("that halint fmt does not touch", async () => {
    const folder = folderOf({ [conf]: right });
    tool(folder, "tar", "cf", "a.tar", "n");
    expect(await run(["fmt", "a.tar", "n"], { cwd: folder })).toEqual({
      code: 2,
      out: "",
      err: "halint: a.tar: archives are not formatted\n",
    });
  });

  test("two of them are one cluster", async () => {
    const folder = folderOf({ [conf]: right, [conf.replace("n/", "m/")]: right.replace("51", "52") });
    tool(folder, "tar", "cf", "n.tar", "n");
    tool(folder, "tar", "cf", "m.tar", "m");
    const together = await lines(folder, "n", "m");
    expect(
      (await lines(folder, "n.tar", "m.tar"))
        .map((line) => line.replaceAll(".tar/n", "").replaceAll(".tar/m", ""))
        .sort(),
    ).toEqual([...together].sort());
  });

  test("with long names, sparse files and two streams in one", async () => {
    const deep = `${"x".repeat(120)}/${"y".repeat(120)}/${conf}`;
    const folder = folderOf({ [`t/${deep}`]: wrong, "t/big": "" });
    truncateSync(join(folder, "t/big"), 5_000_000);
    for (const format of ["gnu", "pax"]) {
      tool(folder, "tar", `--format=${format}`, "-cSf", "a.tar", "t");
      tool(folder, "sh", "-c", "(head -c 5000 a.tar | xz; tail -c +5001 a.tar | xz) > a.tar.xz");
      tool(folder, "sh", "-c", "(head -c 5000 a.tar | bzip2; tail -c +5001 a.tar | bzip2) > a.tar.bz2");
      for (const name of ["a.tar", "a.tar.xz", "a.tar.bz2"])
        expect(await lines(folder, name)).toEqual([expect.stringContaining(`${name}/t/${deep}:3:`)]);
    }
  });

  test("a halint.config inside is not read", async () => {
    const folder = await packed("a.tar", [
      ["halint.config.json", "{ nonsense"],
      [conf, right],
    ]);
    expect((await found(folder, "a.tar")).code).toBe(0);
  });
});

describe("links in an archive", () => {
  test("lead to its own files, absolute ones from the machine's root", async () => {
    const folder = await packed("a.tar", [
      ["n/etc/keepalived/real", wrong],
      [conf, { link: "/etc/keepalived/real" }],
      ["m/etc/keepalived/real", wrong],
      [conf.replace("n/", "m/"), { link: "../../etc/./keepalived/real" }],
      ["o/etc/x", wrong],
      [conf.replace("n/", "o/"), { hard: "o/etc/x" }],
    ]);
    const told = (await lines(folder, "a.tar")).filter((line) => line.includes("nonsense"));
    expect(told.map((line) => line.slice(0, 8)).sort()).toEqual(["a.tar/m/", "a.tar/n/", "a.tar/o/"]);
  });

  test("never to those of this machine", async () => {
    const folder = await packed("a.tar", [
      [conf, { link: "../../../../keepalived.conf" }],
      [conf.replace("n/", "m/"), { link: "/etc/passwd" }],
      [conf.replace("n/", "o/"), { link: "keepalived.conf" }],
      [conf.replace("n/", "p/"), { hard: "../keepalived.conf" }],
    ]);
    writeFileSync(join(folder, "keepalived.conf"), wrong);
    expect(
      (await lines(folder, "a.tar")).map((line) => line.replace(/^.*?: (error|warning): /, "")).sort(),
    ).toEqual([
      '1 name(s) of this archive, such as "p/etc/keepalived/keepalived.conf", lead out of it: not read [file/outside-root]',
      "this symbolic link leads in a circle [file/unreadable]",
      "this symbolic link leads nowhere [file/unreadable]",
      "this symbolic link leads out of the archive: not followed [file/outside-root]",
    ]);
  });

  test("in a zip too", async () => {
    const folder = folderOf({ "n/etc/keepalived/real": wrong });
    symlinkSync("real", join(folder, conf));
    tool(folder, "zip", "-qry", "a.zip", "n");
    expect(await lines(folder, "a.zip")).toEqual([expect.stringContaining("nonsense")]);
  });

  test("files below one that leads out are not taken", async () => {
    const folder = await packed("a.tar", [
      ["n/etc", { link: "../../out" }],
      [conf, wrong],
    ]);
    expect((await lines(folder, "a.tar")).join("\n")).toContain("1 name(s) of this archive");
  });
});

describe("a hostile archive", () => {
  test("names that lead out of it are told and not taken, absolute ones lie inside", async () => {
    const folder = await packed("a.tar", [
      ["../../etc/keepalived/keepalived.conf", wrong],
      [`x/../${conf}`, wrong],
      [`/${conf}`, wrong],
    ]);
    expect(await lines(folder, "a.tar")).toEqual([
      expect.stringContaining('2 name(s) of this archive, such as "../../etc/keepalived/keepalived.conf"'),
      expect.stringMatching(/^a\.tar\/n\/etc.*nonsense/),
    ]);
  });

  test("of two members of one name the last counts", async () => {
    const folder = await packed("a.tar", [
      [conf, wrong],
      [conf, right],
      ["m", right],
      [conf.replace("n/", "m/"), right],
      [`${conf}/inside`, right],
    ]);
    expect((await found(folder, "a.tar")).out).toBe("");
  });

  test.each(["gzip", "xz", "bzip2", "zstd"])(
    "a bomb of %s ends",
    async (packer) => {
      const folder = folderOf({ "n/etc/fstab": "" });
      truncateSync(join(folder, "n/etc/fstab"), 200 * 2 ** 20);
      tool(folder, "sh", "-c", `tar cf - n | ${packer} -c > bomb.tar.gz`);
      expect((await found(folder, "bomb.tar.gz")).out).toMatch(
        /^bomb\.tar\.gz:1:1: error: this archive unpacks to more than 500 times its size.*\n/,
      );
    },
    60_000,
  );

  test("a file, all files, their number and their bytes have an end", async () => {
    const folder = folderOf({ "n/etc/keepalived/a.conf": right, "n/etc/keepalived/b.conf": right });
    tool(folder, "tar", "cf", "a.tar", "n");
    const told = async (less: Partial<Limits>) =>
      (
        await mountArchives([join(folder, "a.tar")], folder, nodeDisk, () => true, { ...limits, ...less })
      ).problems.map(({ message }) => message);
    expect(await told({})).toEqual([]);
    expect(await told({ members: 3 })).toEqual([expect.stringContaining("more than 3 files")]);
    expect(await told({ kept: right.length })).toEqual([expect.stringContaining("of configuration")]);
    expect(await told({ unpacked: 2048 })).toEqual([expect.stringContaining("holds more than")]);
    writeFileSync(join(folder, conf), "");
    truncateSync(join(folder, conf), 17 * 2 ** 20);
    tool(folder, "tar", "cf", "a.tar", "n");
    tool(folder, "zip", "-qr", "a.zip", "n");
    for (const name of ["a.tar", "a.zip"])
      expect((await lines(folder, name)).join("\n")).toContain("this file is 17 MiB, more than 16");
  });

  test.each(kinds)(
    "%s cut off: what was read is checked",
    async (name, command = "", ...args) => {
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `n/etc/keepalived/${i}.conf`,
          `${wrong}# ${Math.sin(i)}${"é".repeat(i)}\n`,
        ]),
      );
      const folder = folderOf(files);
      tool(folder, command, ...args, name, "n");
      const whole = readFileSync(join(folder, name));
      const counts = new Set<number>();
      for (const part of [0, 1, 8, 100, whole.length >> 2, whole.length >> 1, whole.length - 9].slice(
        0,
        name === "a.tar" ? -1 : 7,
      )) {
        writeFileSync(join(folder, name), whole.subarray(0, part));
        const out = await lines(folder, name);
        expect(out[0]).toMatch(/\[file\/archive-damaged\]$/);
        expect(out[0]).not.toMatch(/undefined|error code|reading '/);
        counts.add(out.length);
      }
      if (name === "a.tar") expect(counts.size).toBeGreaterThan(2);
    },
    60_000,
  );

  test.each(kinds)(
    "%s with a wrong byte anywhere neither crashes nor hangs",
    async (name, command = "", ...args) => {
      const folder = folderOf({ [conf]: wrong, "n/etc/hosts": "127.0.0.1 localhost\n" });
      tool(folder, command, ...args, name, "n");
      const whole = readFileSync(join(folder, name));
      const step = Math.max(1, Math.floor(whole.length / 25));
      for (let at = 0; at < whole.length; at += step) {
        const bytes = Buffer.from(whole);
        bytes[at] = bytes[at]! ^ 0x55;
        writeFileSync(join(folder, name), bytes);
        expect((await found(folder, name)).err).not.toContain("internal fault");
      }
    },
    60_000,
  );

  test("an encrypted zip is told", async () => {
    const folder = folderOf({ [conf]: wrong });
    tool(folder, "zip", "-qr", "-P", "secret", "a.zip", "n");
    expect(await lines(folder, "a.zip")).toEqual([
      "a.zip:1:1: error: 1 file(s) of this archive are encrypted, such as n/etc/keepalived/keepalived.conf: not read [file/archive-encrypted]",
      expect.stringMatching(/^a\.zip\/n\/etc.*this file of the archive is encrypted: not read/),
    ]);
  });

  test("a folder of that name is a folder", async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, "x.zip/n/etc/keepalived"), { recursive: true });
    writeFileSync(join(folder, "x.zip", conf), wrong);
    expect(await lines(folder, "x.zip")).toHaveLength(1);
  });
});
