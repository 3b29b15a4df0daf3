import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { haCf, milliseconds } from "../../parsers/heartbeat/haCf.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { lintText } from "../support/cluster.ts";

// Asked of cl_get_msec() of cluster-glue 1.0.12.
test.each([
  ["1", 1000],
  ["1.5", 1500],
  ["500ms", 500],
  ["2000msec", 2000],
  ["10MS", 10],
  [".5", 500],
  ["0", 0],
  ["5us", 0],
  ["10s", undefined],
  ["1m", undefined],
  ["1h", undefined],
  ["-1", undefined],
  ["x", undefined],
])("%s is %s milliseconds", (value, expected) => expect(milliseconds(value)).toBe(expected));

describe("ha.cf", () => {
  const model = (text: string) => haCf.model(haCf.parse(sourceOf("ha.cf", text)));

  test("nodes and links are listed one by one", () => {
    const { nodes, media, deadtime } = model(
      "deadtime 30 # seconds\nbcast eth0,eth1\nucast eth2 10.0.0.2\nmcast eth3 239.0.0.1 694 1 0\nnode a b\nnode c\n",
    );
    expect(nodes.map(({ word }) => textOf(word.at))).toEqual(["a", "b", "c"]);
    expect(
      media.map(({ kind, device, address, port }) => [kind, device?.value, address?.value, port?.value]),
    ).toEqual([
      ["bcast", "eth0", undefined, undefined],
      ["bcast", "eth1", undefined, undefined],
      ["ucast", "eth2", "10.0.0.2", undefined],
      ["mcast", "eth3", "239.0.0.1", 694],
    ]);
    expect(deadtime?.value).toBe(30_000);
  });

  test.each([
    "crm respawn",
    "pacemaker yes",
    "autojoin ANY",
    "logfacility local0",
    "debug 3",
    "apiauth ipfail gid=haclient uid=hacluster",
  ])("%s is taken", (line) =>
    expect(
      lintText(haCf, `bcast eth0 eth1\n${line}\nauto_failback on\nnode a b\n`).filter(({ rule }) =>
        rule.startsWith("schema/"),
      ),
    ).toEqual([]),
  );

  test.each([
    "deadtime 10s",
    "keepalive 0",
    "autojoin yes",
    "logfacility local8",
    "mcast eth0 10.0.0.1 694 1 0",
    "mcast eth0 239.0.0.1 694",
    "nodes a",
    "respawn hacluster ipfail",
  ])("%s is refused", (line) =>
    expect(
      lintText(haCf, `bcast eth0 eth1\nnode a b\n${line}\n`).some(({ daemon }) => daemon === "rejects"),
    ).toBe(true),
  );
});

describe("haresources", () => {
  test("a resource is a script with arguments, an address alone IPaddr", () => {
    const text =
      "node1 10.0.0.4/24/eth0/10.0.0.255 \\\n  drbddisk::r0 Filesystem::/dev/drbd0::/data::ext4 httpd # web\n";
    const [group] = haresources.model(haresources.parse(sourceOf("haresources", text))).groups;
    expect(group?.node.value).toBe("node1");
    expect(
      group?.resources.map(({ script, args }) => [script.value, ...args.map(({ value }) => value)]),
    ).toEqual([
      ["IPaddr", "10.0.0.4/24/eth0/10.0.0.255"],
      ["drbddisk", "r0"],
      ["Filesystem", "/dev/drbd0", "/data", "ext4"],
      ["httpd"],
    ]);
    expect(group?.resources[0]?.address).toMatchObject({
      ip: { value: "10.0.0.4" },
      mask: { value: "24" },
      interface: { value: "eth0" },
      broadcast: { value: "10.0.0.255" },
    });
  });
});

describe("authkeys", () => {
  const secret = "hunter2xyzzy";
  test.each([
    `auth 1\n1 sha1 ${secret} more\n`,
    `auth 1\n1 sha2 ${secret}\n`,
    `auth 1\n${secret}\n`,
    `auth 1\nsha1 ${secret}\n`,
    `auth 1\n1 ${secret}\n`,
    `auth 1\n1 crc ${secret}\n`,
    `auth ${secret}\n`,
    `1 md5 ${secret}\n1 md5 ${secret}\n`,
  ])("no finding on %j tells the key", (text) => {
    const findings = lintText(authkeys, text);
    expect(findings.length).toBeGreaterThan(0);
    for (const { message, related, fix } of findings)
      expect([message, fix?.title, ...related.map((one) => one.message)].join()).not.toContain("hunter");
  });
});
