import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Files, lintFiles } from "../support/cluster.ts";
import { filesBelow, shown } from "../support/tree.ts";

const example = (name: string): Files =>
  filesBelow(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));

const told = (files: Files): string[] => lintFiles(files).map(shown);

function edited(files: Files, path: string, from: string | RegExp, to: string): Files {
  const text = files[path]!;
  expect(text).toMatch(from);
  return { ...files, [path]: text.replace(from, to) };
}

const loopback = /\n[^\n]*\nauto lo:0[\s\S]*$/;

describe("one edit of a right cluster gives one finding, at both places", () => {
  const right = example("lvs-dr-fixed");

  test("the cluster is right", () => expect(told(right)).toEqual([]));

  test("terran loses lo:0", () =>
    expect(told(edited(right, "terran/etc/network/interfaces", loopback, "\n"))).toEqual([
      [
        "terran/etc/network/interfaces:2:7 error cluster/dr-vip-missing: lo has no virtual address 10.0.0.4: supermente sends its packets here unchanged (lb_kind DR), and this machine drops them",
        "    supermente/etc/keepalived/keepalived.conf:51:17 supermente sends the packets of 10.0.0.4 here",
        "    zerg/etc/keepalived/keepalived.conf:51:17 zerg sends the packets of 10.0.0.4 here",
      ].join("\n"),
    ]));

  test("zerg gets another virtual_router_id", () =>
    expect(
      told(
        edited(right, "zerg/etc/keepalived/keepalived.conf", "virtual_router_id 44", "virtual_router_id 45"),
      ),
    ).toEqual([
      [
        "zerg/etc/keepalived/keepalived.conf:15:23 error cluster/virtual-router-id-mismatch: virtual_router_id 45 here, 44 on supermente: neither router knows of the other and both become master",
        "    supermente/etc/keepalived/keepalived.conf:15:23 the other router of virtual_router_id 44",
      ].join("\n"),
    ]));

  test.each([
    [
      "supermente/etc/keepalived/keepalived.conf",
      "advert_int 1",
      "advert_int 3",
      "cluster/advert-int-mismatch",
    ],
    ["supermente/etc/keepalived/keepalived.conf", "q7Rw2LxZ", "q7Rw2Lxz", "cluster/auth-mismatch"],
    ["supermente/etc/keepalived/keepalived.conf", "10.0.0.4/32", "10.0.0.14/32", "cluster/vip-set-mismatch"],
    ["supermente/etc/keepalived/keepalived.conf", "priority 100", "priority 150", "cluster/equal-priority"],
    [
      "supermente/etc/keepalived/keepalived.conf",
      "lb_algo wrr",
      "lb_algo rr",
      "cluster/virtual-server-drift",
    ],
    [
      "supermente/etc/keepalived/keepalived.conf",
      "lvs_sync_daemon eth1 VI_1",
      "",
      "cluster/sync-daemon-drift",
    ],
    [
      "supermente/etc/keepalived/keepalived.conf",
      "interface eth0",
      "interface eht0",
      "cross/unknown-interface",
    ],
    ["zerg/etc/default/ipvsadm", "false", "true", "cross/ipvsadm-auto"],
    ["terran/etc/network/interfaces", "255.255.255.255", "255.255.255.0", "cluster/dr-vip-mask"],
    ["terran/etc/sysctl.d/60-real-server.conf", /.*arp_ignore.*\n/, "", "cluster/dr-arp-ignore"],
    [
      "terran/etc/sysctl.d/60-real-server.conf",
      "arp_announce = 2",
      "arp_announce = 1",
      "cluster/dr-arp-announce",
    ],
    ["terran/etc/hosts", "10.0.0.1 zerg.ha zerg", "10.0.0.9 zerg.ha zerg", "cluster/hosts-drift"],
    ["terran/etc/drbd.d/global_common.conf", "protocol C", "protocol A", "cluster/drbd-file-drift"],
    ["terran/etc/drbd.d/drbd.res", "on terran", "on terrran", "cluster/drbd-node-not-listed"],
    ["terran/etc/ocfs2/cluster.conf", "ip_port = 7777", "ip_port = 7778", "cluster/ocfs2-file-drift"],
    ["terran/etc/default/o2cb", "MS=30000", "MS=60000", "cluster/o2cb-timeout-mismatch"],
    ["terran/etc/default/o2cb", "BOOTCLUSTER=ocfs2", "BOOTCLUSTER=ocfs", "cross/bootcluster-mismatch"],
    ["terran/etc/fstab", "/dev/drbd1 /opt", "/dev/drbd0 /opt", "cross/unknown-drbd-device"],
    ["terran/etc/fstab", "/dev/drbd1 /opt", "/dev/vdb1 /opt", "cross/mounted-backing-disk"],
  ] as const)("%s: %s becomes %s", (path, from, to, rule) => {
    const findings = lintFiles(edited(right, path, from, to));
    const rules = findings.map((finding) => finding.rule);
    expect(rules).toContain(rule);
    expect(findings.find((finding) => finding.rule === rule)?.related).not.toEqual([]);
  });
});

describe("one edit of the faulty cluster changes only what it is about", () => {
  const faulty = example("lvs-dr");
  const before = told(faulty);
  const fresh = (after: readonly string[]): string[] => after.filter((one) => !before.includes(one));
  const gone = (after: readonly string[]): string[] => before.filter((one) => !after.includes(one));
  const ruleOf = (one: string): string => /^\S+ \S+ (\S+):/.exec(one)![1]!;

  test("terran loses lo:0: it has no address any more that it could answer ARP for", () => {
    const after = told(edited(faulty, "terran/etc/network/interfaces", /auto lo:0[\s\S]*$/, ""));
    expect(fresh(after).map(ruleOf)).toEqual(["cluster/dr-vip-missing"]);
    expect(fresh(after)[0]).toContain("zerg/etc/keepalived/keepalived.conf:18:17");
    expect(gone(after).map(ruleOf)).toEqual(["cluster/dr-arp-announce", "cluster/dr-arp-ignore"]);
  });

  test("supermente gets another virtual_router_id", () => {
    const after = told(
      edited(
        faulty,
        "supermente/etc/keepalived/keepalived.conf",
        "virtual_router_id 51",
        "virtual_router_id 52",
      ),
    );
    const about = fresh(after).filter((one) => !one.includes("advert-int-mismatch"));
    expect(about.map(ruleOf)).toEqual(["cluster/virtual-router-id-mismatch"]);
    expect(about[0]).toContain("supermente/etc/keepalived/keepalived.conf:31:23");
    expect(gone(after).every((one) => one.includes("virtual_router_id 51"))).toBe(true);
  });
});
