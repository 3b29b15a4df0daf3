import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { lintText } from "../support/cluster.ts";

const model = (text: string) => fstab.model(fstab.parse(sourceOf("fstab", text)));
const rules = (text: string) => lintText(fstab, `${text}\n`).map(({ rule }) => rule);
const rejects = (text: string) => lintText(fstab, `${text}\n`).some(({ daemon }) => daemon === "rejects");

describe("lines", () => {
  test("fields, escapes and options with their places", () => {
    const [entry] = model(
      '  # x\n/dev/sdb1\t/my\\040disk ext4 rw,errors=remount-ro,context="a,b" 0 2\n',
    ).entries;
    expect(entry?.point.value).toBe("/my disk");
    expect(entry?.options.map(({ name, value, word }) => [name, value, textOf(word.at)])).toEqual([
      ["rw", undefined, "rw"],
      ["errors", "remount-ro", "errors=remount-ro"],
      ["context", '"a,b"', 'context="a,b"'],
    ]);
    expect(entry?.pass?.value).toBe("2");
  });

  test("# begins a comment at the beginning of a line only", () => {
    expect(
      model("#a b c\n \t# d e f\nsshfs#h:/x /mnt fuse\n").entries.map(({ device }) => device.value),
    ).toEqual(["sshfs#h:/x"]);
  });

  test("a line with a template's value is left out", () => {
    expect(rules("{{ dev }} /srv ocfs2 defaults 0 2")).toEqual([]);
  });
});

/** As findmnt --verify of util-linux 2.38.1 has it. */
describe("what libmount takes", () => {
  test.each([
    ["/dev/sda1", true],
    ["/dev/sda1 /mnt", true],
    ["/dev/sda1 /mnt ext4", false],
    ["/dev/sda1 /mnt ext4 defaults 0", false],
    ["/dev/sda1 /mnt ext4 defaults 0 0 x", false],
    ["/dev/sda1 /mnt ext4 defaults 0 0 # x", false],
    ["/dev/sda1 /mnt ext4 defaults, noatime 0 0", true],
    ["/dev/sda1 /mnt ext4 defaults 0 y", true],
    ["/dev/sda1 /mnt ext4 defaults -1 +1", false],
    ["/dev/sda1 /mnt ext4 # x", true],
    ["/dev/sda1 /mnt ext4 defaults #x", true],
    ["/dev/sda1 /mnt ext4 defaults 0x1 0", true],
    ["/dev/sda1 /mnt ext4 defaults 0 0\r", false],
    ['"/dev/sda1 x" /mnt ext4 defaults 0 0', true],
  ])("%s", (text, expected) => {
    expect(rejects(text)).toBe(expected);
  });
});

describe("rules", () => {
  test.each([
    ["/dev/sda1 none swap sw 0 0\n/dev/sdb1 none swap sw 0 0", []],
    ["/dev/sda1 mnt ext4 defaults 0 0", ["schema/wrong-value"]],
    ["/dev/drbd0 /a ocfs2 defaults,noauto 0 0", []],
    ["/dev/drbd0 /a ocfs2", ["fstab/netdev-missing"]],
    ["/dev/drbd0 /a ext4 _netdev 0 2", ["fstab/fsck-pass"]],
    ["/dev/sda1 / ext4 defaults 0 1\n/srv/a /b none bind 0 0", []],
    ["/dev/drbd0 /opt ocfs2 _netdev 0 0\n/opt/a /b none bind,nofail 0 0", []],
    ["/dev/drbd0 /opt ocfs2 _netdev 0 0\n/optional/a /b none bind 0 0", []],
    ["/dev/drbd0 /opt ocfs2 _netdev 0 0\ntmpfs /opt/tmp tmpfs defaults 0 0", ["fstab/mount-order"]],
    ["/dev/sda1 /a gfs defaults,_netdev 0 0", []],
    ["/dev/sda1 /a ocfs _netdev 0 0", []],
    ["/dev/sda1 /a jffs2 defaults 0 0", []],
    ["/dev/sda1 /a xfs some,unknown=option 0 0", []],
  ])("%s", (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  test("two lines for one directory are lighter where one waits to be asked for", () => {
    const severity = (options: string) =>
      lintText(fstab, `/dev/sda1 /a ext4 defaults 0 0\n/dev/sdb1 /a/ ext4 ${options} 0 0\n`)[0]?.severity;
    expect(severity("defaults")).toBe("error");
    expect(severity("noauto")).toBe("info");
  });
});
