import { describe, expect, test } from "vitest";
import { differences, listed, valuesBy } from "../../rules/cluster/compare.ts";
import { inSubnet, networkName, overlap, plainIp } from "../../rules/cluster/net.ts";
import { clusterOf, type Files } from "../support/cluster.ts";

const factsIn = (files: Files) => clusterOf(files).nodes[0]!.facts;

describe("facts of one machine", () => {
  test("addresses and interfaces, aliases under their device", () => {
    const { addresses, interfaces, gateways, interfacesKnown, addressesKnown } = factsIn({
      "web/etc/network/interfaces":
        "auto lo lo:0\niface lo inet loopback\niface lo:0 inet static\n    address 10.0.0.4\n    netmask 255.255.255.255\n" +
        "iface eth0 inet static\n    address 10.0.0.2/24\n    gateway 10.0.0.1\n",
    });
    expect(addresses.map(({ ip, prefix, interface: device, label }) => [ip, prefix, device, label])).toEqual([
      ["10.0.0.4", 32, "lo", "lo:0"],
      ["10.0.0.2", 24, "eth0", "eth0"],
    ]);
    expect(interfaces.map(({ name, auto }) => [name, auto])).toEqual([
      ["lo", true],
      ["lo:0", true],
      ["eth0", false],
    ]);
    expect(gateways.map(({ ip, interface: device }) => [ip, device])).toEqual([["10.0.0.1", "eth0"]]);
    expect([interfacesKnown, addressesKnown]).toEqual([true, true]);
  });

  test("addresses of network-scripts and of SUSE, by device or by the file's name", () => {
    const at = "web/etc/sysconfig/network-scripts/ifcfg-";
    const { addresses, interfaces, gateways, interfacesKnown } = factsIn({
      [`${at}eth0`]: "DEVICE=eth0\nBOOTPROTO=none\nIPADDR=10.0.0.2\nPREFIX=24\nGATEWAY=10.0.0.1\n",
      [`${at}lo:0`]: "IPADDR=10.0.0.4\nNETMASK=255.255.255.255\n",
      [`${at}eth1`]: "DEVICE=eth1\nBOOTPROTO=dhcp\nONBOOT=no\nIPADDR=10.9.0.2\n",
      [`${at}eth0.bak`]: "DEVICE=eth0\nIPADDR=10.0.0.9\n",
      "web/etc/sysconfig/network/ifcfg-eth2":
        "BOOTPROTO='static'\nIPADDR='10.2.0.2/16'\nIPADDR_b=10.3.0.2\nPREFIXLEN_b=8\n",
    });
    expect(addresses.map(({ ip, prefix, interface: device, label }) => [ip, prefix, device, label])).toEqual([
      ["10.0.0.2", 24, "eth0", "eth0"],
      ["10.0.0.4", 32, "lo", "lo:0"],
      ["10.2.0.2", 16, "eth2", "eth2"],
      ["10.3.0.2", 8, "eth2", "eth2"],
    ]);
    expect(interfaces.map(({ name, auto, method }) => [name, auto, method])).toEqual([
      ["eth0", true, "static"],
      ["lo:0", true, "static"],
      ["eth1", false, "dhcp"],
      ["eth2", true, "static"],
    ]);
    expect(gateways.map(({ ip, interface: device }) => [ip, device])).toEqual([["10.0.0.1", "eth0"]]);
    expect(interfacesKnown).toBe(false);
  });

  test.each<[string, string, boolean, boolean]>([
    ["DHCP gives addresses that no file holds", "iface eth0 inet dhcp\n", true, false],
    ["only lo: something else than ifupdown manages the rest", "iface lo inet loopback\n", false, false],
    [
      "a template's interface may be any",
      "iface {{ nic }} inet static\n    address 10.0.0.2/24\n",
      false,
      false,
    ],
  ])("%s", (_, text, interfacesKnown, addressesKnown) =>
    expect(factsIn({ "web/etc/network/interfaces": text })).toMatchObject({
      interfacesKnown,
      addressesKnown,
    }),
  );

  test("a fragment alone says nothing of the rest", () =>
    expect(
      factsIn({ "web/etc/network/interfaces.d/vip": "iface eth0 inet static\n    address 10.0.0.2/24\n" }),
    ).toMatchObject({ interfacesKnown: false, addressesKnown: false }));

  test("virtual addresses with who owns them", () => {
    const { vips } = factsIn({
      "lb/etc/keepalived/keepalived.conf":
        "vrrp_instance WEB {\n interface eth0\n virtual_ipaddress {\n 10.0.0.4/24 dev eth1\n }\n virtual_ipaddress_excluded {\n 10.0.0.5\n }\n}\n",
    });
    expect(
      vips.map(({ ip, prefix, interface: device, owner, advertised }) => [
        ip,
        prefix,
        device,
        owner,
        advertised,
      ]),
    ).toEqual([
      ["10.0.0.4", 24, "eth1", "WEB", true],
      ["10.0.0.5", undefined, "eth0", "WEB", false],
    ]);
  });

  test("storage: mounts, devices and ports of this host", () => {
    const { mounts, devices, ports, services } = factsIn({
      "web/etc/fstab": "/dev/drbd1 /opt ocfs2 _netdev 0 0\n",
      "web/etc/drbd.conf":
        "resource r { device /dev/drbd1; disk /dev/vdb1; meta-disk internal; on web { address 10.9.0.1:7789; } on db { address 10.9.0.2:7789; } }\n",
      "web/etc/rc.local":
        "#!/bin/sh\nmount /dev/sdb1 /srv\n/etc/init.d/apache2 start\n/etc/init.d/nginx stop\n",
    });
    expect(mounts.map(({ device, point, by }) => [device, point, by])).toEqual([
      ["/dev/drbd1", "/opt", "fstab"],
      ["/dev/sdb1", "/srv", "rc.local"],
    ]);
    expect(new Set(devices.map(({ path, owner }) => `${path} ${owner}`))).toEqual(new Set(["/dev/drbd1 r"]));
    expect(ports.map(({ ip, port }) => [ip, port])).toEqual([["10.9.0.1", 7789]]);
    expect(services.map(({ name }) => name)).toEqual(["apache2"]);
  });

  test("kernel settings as they stand after all files", () => {
    const { sysctl } = factsIn({
      "web/etc/sysctl.conf": "net.ipv4.ip_forward = 1\n",
      "web/etc/sysctl.d/10-base.conf": "net.ipv4.ip_forward = 0\n",
    });
    expect(sysctl.get("net.ipv4.ip_forward")).toMatchObject({ value: "1", over: [{ value: "0" }] });
  });
});

describe("comparing", () => {
  const value = (text: string): string | undefined => (text === "?" ? undefined : text[0]);
  test.each<[readonly string[], [string, string[]][]]>([
    [["a1", "a2"], []],
    [["a1", "b1"], [["a1", ["b1"]]]],
    [["a1", "b1", "a2"], [["b1", ["a1", "a2"]]]],
    [["a1", "b1", "c1"], [["a1", ["b1", "c1"]]]],
    [["a1", "?", "a2"], []],
  ])("%j", (members, expected) =>
    expect(differences(members, value).map(({ one, others }) => [one, others])).toEqual(expected),
  );

  test("words", () => {
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
    expect(
      valuesBy(
        ["a1", "a2", "b3"],
        (one) => one[0]!,
        (one) => one.slice(1),
      ),
    ).toBe("a on 1 and 2, b on 3");
  });
});

describe("networks", () => {
  test.each<[string, string, number, boolean]>([
    ["10.0.0.9", "10.0.0.1", 24, true],
    ["10.0.1.9", "10.0.0.1", 24, false],
    ["fd00::9", "fd00::1", 64, true],
    ["fd00::9", "10.0.0.1", 24, false],
    ["host", "10.0.0.1", 24, false],
  ])("%s in %s/%i: %s", (ip, base, prefix, expected) => expect(inSubnet(ip, base, prefix)).toBe(expected));

  test("names and forms", () => {
    expect(networkName({ ip: "10.0.0.9", prefix: 24 })).toBe("10.0.0.0/24");
    expect(networkName({ ip: "fd00::9", prefix: 64 })).toBe("fd00::/64");
    expect(plainIp("FD00:0::4")).toBe(plainIp("fd00::4"));
    expect(overlap({ ip: "10.0.0.9", prefix: 24 }, { ip: "10.0.0.0", prefix: 16 })).toBe(true);
  });
});
