import { describe, expect, test } from "vitest";
import { drbd } from "../../parsers/drbd/index.ts";
import { lintText } from "../support/cluster.ts";

/** What is refused by the daemon, as "rule: words". */
const rejects = (text: string, version?: string): string[] =>
  lintText(drbd, text, version ? { drbd: version } : {})
    .filter(({ daemon }) => daemon === "rejects")
    .map(({ rule }) => rule);
const section = (name: string, body: string): string => `common {\n  ${name} {\n    ${body}\n  }\n}\n`;

describe("three dialects in one table; each line was asked of drbdadm-83, drbdadm-84 and drbdadm 9.22", () => {
  test.each([
    // text, 8.3, 8.4, 9.22
    [section("syncer", "rate 10M;"), true, true, false],
    [section("syncer", "c-plan-ahead 0;"), true, true, false],
    [section("syncer", "verify-alg sha1;"), true, true, true],
    [section("disk", "fencing resource-only;"), true, true, false],
    [section("net", "fencing resource-only;"), false, false, true],
    [section("disk", "resync-rate 10M;"), false, true, true],
    [section("disk", "rate 10M;"), false, true, false],
    [section("disk", "no-disk-barrier;"), true, true, true],
    [section("disk", "disk-barrier no;"), false, true, true],
    [section("disk", "use-bmbv;"), true, true, false],
    [section("net", "verify-alg sha1;"), false, true, true],
    [section("net", "unplug-watermark 128;"), true, true, false],
    [section("net", "no-tcp-cork;"), true, true, true],
    [section("net", "no-use-rle;"), false, false, true],
    [section("options", "quorum majority;"), false, false, true],
    [section("options", "cpu-mask 3;"), false, true, true],
    [section("handlers", 'unfence-peer "/x";'), false, true, true],
    [section("handlers", 'outdate-peer "/x";'), true, true, true],
    [section("handlers", 'quorum-lost "/x";'), false, false, true],
    [section("net", "tls yes;"), false, false, false],
    [section("disk", "block-size 512;"), false, false, false],
    ["global {\n  udev-always-use-vnr;\n}\n", false, true, true],
  ])("%j", (text, in83, in84, in922) => {
    const accepted = (version: string): boolean => rejects(text, version).length === 0;
    expect([accepted("8.3"), accepted("8.4"), accepted("9.22")]).toEqual([in83, in84, in922]);
    expect(rejects(text)).toEqual([]);
  });

  test("the gap of syncer rate and disk fencing ends with 9.29", () => {
    for (const text of [section("syncer", "rate 10M;"), section("disk", "fencing resource-only;")]) {
      expect(rejects(text, "9.0")).toEqual(["schema/removed-keyword"]);
      expect(rejects(text, "9.28")).toEqual(["schema/removed-keyword"]);
      expect(rejects(text, "9.29")).toEqual([]);
      expect(rejects(text, "8.4.11")).toEqual([]);
    }
  });

  test("a target of 9 alone means the first release", () => {
    expect(rejects(section("net", "tls yes;"), "9")).toEqual(["schema/keyword-version"]);
    expect(rejects(section("options", "quorum majority;"), "9")).toEqual([]);
  });

  test("become-primary-on is ignored by 9 and meant for 8", () => {
    const text = section("startup", "become-primary-on a;");
    const found = (version?: string) =>
      lintText(drbd, text, version ? { drbd: version } : {})
        .filter(({ rule }) => rule === "drbd/become-primary-ignored")
        .map(({ severity }) => severity);
    expect([found("8.4"), found("9.22"), found()]).toEqual([[], ["error"], ["warning"]]);
  });
});

describe("values, as drbdadm 9.22 takes them", () => {
  test.each([
    ["net", "timeout 600;", true],
    ["net", "timeout 601;", false],
    ["net", "timeout 0;", false],
    ["net", "timeout 60s;", false],
    ["net", "timeout +60;", false],
    ["net", 'timeout "60";', true],
    ["net", "timeout;", true],
    ["net", "max-buffers 2k;", true],
    ["net", "sndbuf-size 10M;", true],
    ["net", "sndbuf-size 11M;", false],
    ["net", "ko-count 0x10;", false],
    ["net", "allow-two-primaries true;", false],
    ["net", "allow-two-primaries;", true],
    ["net", 'allow-two-primaries "yes";', true],
    ["net", "protocol D;", false],
    ["net", "shared-secret a:b;", false],
    ["net", 'shared-secret "a:b";', true],
    ["net", `shared-secret "${"x".repeat(63)}";`, true],
    ["net", `shared-secret "${"x".repeat(64)}";`, false],
    ["net", "cram-hmac-alg disk;", true],
    ["disk", "resync-rate 8388608;", true],
    ["disk", "resync-rate 8G;", true],
    ["disk", "resync-rate 9G;", false],
    ["disk", "resync-rate 30m;", true],
    ["disk", "resync-rate 30MB;", false],
    ["disk", "resync-rate 1.5M;", false],
    ["disk", "size 1T;", false],
    ["disk", "size 10G;", true],
    ["disk", "al-extents 7;", true],
    ["options", "quorum 32;", true],
    ["options", "quorum 33;", false],
    ["options", "quorum yes;", false],
    ["startup", "wfc-timeout -1;", false],
  ])("%s { %s }", (name, body, accepted) => {
    expect(rejects(section(name, body), "9.22").length === 0).toBe(accepted);
  });

  test("a secret is not shown", () => {
    const secret = "s".repeat(70);
    const found = lintText(drbd, section("net", `shared-secret "${secret}";`));
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).not.toContain("sss");
  });
});

describe("names and addresses, as drbdadm 9.22 takes them", () => {
  const resource = (name: string, extra = "", address = "10.0.0.2:7789"): string =>
    `resource ${name} {\n  device minor 1;\n  disk /dev/vg0/r0;\n  ${extra}\n  on a {\n    address ${address};\n  }\n  on b {\n    address 10.0.0.3:7789;\n  }\n}\n`;
  const stacked = (minor: number): string =>
    `resource top {\n  stacked-on-top-of r0 {\n    device minor ${minor};\n    address 10.1.0.1:1;\n  }\n  on c {\n    device minor 10;\n    disk /dev/x;\n    address 10.1.0.3:1;\n  }\n}\n`;
  test.each([
    [resource("r0"), true],
    [resource("disk"), false],
    [resource('"disk"'), true],
    [resource("10"), false],
    [resource('"10"'), true],
    [resource("10.0.0.1"), false],
    [resource("all"), true],
    [resource("r0", "", "10.0.0.2"), false],
    [resource("r0", "", "10.0.0.2 : 7789"), true],
    [resource("r0", "", "10.0.0.2:0"), false],
    [resource("r0", "", "10.0.0.2:70000"), false],
    [resource("r0", "", "10.0.0.2:7k"), false],
    [resource("r0", "", '"10.0.0.2":7789'), false],
    [resource("r0", "", "192.168.1.0.1:7789"), false],
    [resource("r0", "", "fd00::1:7789"), false],
    [resource("r0", "", "ipv6 fd00::1:7789"), false],
    [resource("r0", "", "ipv6 [fe80::1%eth0]:7789"), true],
    [resource("r0", "", "ipv4 10.0.0.2:7789"), true],
    [resource("r0", "disk { } disk { }"), false],
    [resource("r0", "net { } net { }"), false],
    [resource("r0", "disk;"), false],
    [resource("r0", "include x;"), false],
    [resource("r0", "protocol C; protocol A;"), false],
    [resource("r0", "meta-disk internal; meta-disk internal;"), true],
    [resource("r0", "volume 1 { device minor 2; disk /dev/y; }"), false],
    [resource("r0", "connection { host a; host b; }"), false],
    [resource("r0", "connection-mesh { hosts a b; }"), true],
    [resource("r0", "connection-mesh { hosts a c; }"), false],
    ["resource r0 { }\n", false],
    [`${resource("r0")}${resource("r0").replaceAll("7789", "7790").replace("minor 1", "minor 2")}`, false],
    [`${resource("r0")}${stacked(10)}`, true],
    [`${resource("r0")}${stacked(1)}`, false],
    [stacked(10), false],
    ["common { } common { }\n", false],
    ["common { on a { } }\n", false],
  ])("%j", (text, accepted) => {
    expect(rejects(text, "9.22").length === 0).toBe(accepted);
  });
});
