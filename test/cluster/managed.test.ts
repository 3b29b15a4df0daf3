import { describe, expect, test } from "vitest";
import { managedIn, managedMounts, managedServices, managedVips } from "../../rules/cluster/managed.ts";
import { clusterOf, lintFiles } from "../support/cluster.ts";

const crm = `node 1: a1
node 2: a2
property stonith-enabled=true
rsc_template address ocf:heartbeat:IPaddr2 params cidr_netmask=24 nic=eth0:1
primitive ip @address params ip=10.0.0.250
primitive data ocf:heartbeat:Filesystem params device=/dev/drbd1 directory=/srv/ fstype=xfs options=noatime,nodev
primitive web systemd:httpd
primitive db ocf:heartbeat:pgsql
`;
const cib = `<cib validate-with="pacemaker-3.0"><configuration><crm_config/><nodes/><resources>
<primitive id="ip" class="ocf" provider="heartbeat" type="IPaddr2"><instance_attributes id="p">
<nvpair id="n" name="ip" value="10.0.0.250"/></instance_attributes></primitive>
</resources><constraints/></configuration><status/></cib>
`;

describe("what Pacemaker runs", () => {
  const cluster = clusterOf({ "/root/cluster.crm": crm, "a1/etc/hostname": "a1\n" });

  test("addresses, with what the template tells", () => {
    expect(managedVips(cluster)).toMatchObject([
      { ip: "10.0.0.250", prefix: 24, interface: "eth0", owner: "ip", by: "pacemaker" },
    ]);
  });

  test("file systems", () => {
    expect(managedMounts(cluster)).toMatchObject([
      { device: "/dev/drbd1", point: "/srv", type: "xfs", options: ["noatime", "nodev"] },
    ]);
  });

  test("services, by all names of their units", () => {
    expect(managedServices(cluster).map(({ names }) => names)).toEqual([
      ["apache2", "httpd"],
      ["postgresql"],
    ]);
  });

  test("each resource once, though each node has a copy", () => {
    const path = "var/lib/pacemaker/cib/cib.xml";
    const copies = clusterOf({ [`a1/${path}`]: cib, [`a2/${path}`]: cib });
    expect(managedIn(copies).map(({ primitive }) => primitive.id.value)).toEqual(["ip"]);
    expect(managedVips(copies)).toHaveLength(1);
  });
});

test("a unit that is linked into the boot is found by its path, under either name", () => {
  const wants = "a1/etc/systemd/system/multi-user.target.wants/apache2.service";
  const found = lintFiles({ "/root/cluster.crm": crm, [wants]: "[Service]\nExecStart=/usr/sbin/apache2\n" });
  expect(
    found.filter(({ rule }) => rule === "cluster/service-started-twice").map(({ message }) => message),
  ).toEqual([
    "/etc/systemd/system/multi-user.target.wants/apache2.service on a1 starts apache2 at boot too: it then runs on nodes where Pacemaker stopped it, and web fails or runs twice",
  ]);
});

describe("DRBD devices that Pacemaker hands on", () => {
  const drbd = (device: string): string =>
    `resource r0 {\n  device ${device};\n  disk /dev/vg0/r0;\n  meta-disk internal;\n  on a1 { address 10.0.0.1:7788; node-id 0; }\n  on a2 { address 10.0.0.2:7788; node-id 1; }\n}\n`;
  const unit = (path: string): string =>
    `primitive lun ocf:heartbeat:iSCSILogicalUnit params target_iqn=iqn.2024-01.com.example:a lun=0 path=${path}\n`;
  const told = (crm: string, other = "/dev/drbd1"): string[] =>
    lintFiles({
      "/root/cluster.crm": crm,
      "a1/etc/drbd.conf": drbd("/dev/drbd1"),
      "a2/etc/drbd.conf": drbd(other),
    })
      .filter(({ rule }) => /drbd-device|backing-disk|drbd-file-drift/.test(rule))
      .map(({ message }) => message);

  test("one that no resource provides", () =>
    expect(told(unit("/dev/drbd7"))).toEqual([
      "no DRBD resource provides /dev/drbd7, only /dev/drbd1: it cannot be exported",
    ]));

  test("the disk under one", () =>
    expect(told(unit("/dev/vg0/r0"))).toEqual([
      "/dev/vg0/r0 is the disk under resource r0: what is written to it past DRBD is not replicated, export /dev/drbd1",
    ]));

  test("one that another node has: the files differ, and that is all", () => {
    const mount =
      "primitive fs ocf:heartbeat:Filesystem params device=/dev/drbd1 directory=/srv fstype=ext4\n";
    const messages = told(mount, "/dev/drbd2");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("here, /dev/drbd2 on a2");
  });
});
