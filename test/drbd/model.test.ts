import { describe, expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { type Drbd, effective, type Resource } from "../../parsers/drbd/model.ts";
import { volumesOn } from "../../parsers/drbd/volumes.ts";

const model = (text: string): Drbd => drbd.model(drbd.parse(sourceOf("/etc/drbd.conf", text)));
const only = (text: string): Resource => model(text).resources[0]!;

describe("what counts in the end", () => {
  const text = `
    common { net { timeout 60; ping-int 11; } disk { c-max-rate 10M; } handlers { outdate-peer "/x"; } }
    resource r0 {
      net { timeout 70; timeout 80; }
      connection { host a; host b; net { timeout 90; } }
      connection { host a; host c; }
    }`;
  const resource = only(text);
  const [first, second] = resource.connections;
  const net = (name: string, link = second) => effective(resource, "net", name, link!.net);

  test("the connection wins over the resource, and that over common", () => {
    expect(net("timeout", first)).toMatchObject({ value: "90", from: "inner" });
    expect(net("timeout")).toMatchObject({ value: "80", from: "resource" });
    expect(net("ping-int")).toMatchObject({ value: "11", from: "common" });
    expect(net("ko-count")).toBeUndefined();
  });

  test("old names are read as the new ones", () => {
    expect(effective(resource, "handlers", "fence-peer")?.value).toBe("/x");
  });

  test("bare and negated options are yes and no", () => {
    const { options } = only("resource r { net { use-rle; no-tcp-cork; allow-two-primaries no; } }");
    expect(options.net.map(({ name, value }) => [name, value])).toEqual([
      ["use-rle", "yes"],
      ["tcp-cork", "no"],
      ["allow-two-primaries", "no"],
    ]);
  });

  test("syncer and protocol are sorted into the sections of today", () => {
    const { options } = only(
      "resource r { protocol A; syncer { rate 10M; after r1; verify-alg sha1; cpu-mask 3; } }",
    );
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    expect(names(options.net)).toEqual(["protocol", "verify-alg"]);
    expect(names(options.disk)).toEqual(["resync-rate", "resync-after"]);
    expect(names(options.options)).toEqual(["cpu-mask"]);
  });
});

describe("volumes", () => {
  test("statements outside of any volume make volume 0", () => {
    const { volumes, hosts } = only(
      "resource r { device drbd3; meta-disk /dev/m [1]; on a { disk /dev/x; } on b { disk none; volume 1 { } } }",
    );
    expect(volumes).toMatchObject([{ number: 0, implicit: true }]);
    const [mine] = volumesOn(hosts[0]!.volumes, volumes);
    expect(mine?.device?.value).toBe("/dev/drbd3");
    expect(mine?.minor?.value).toBe(3);
    expect(mine?.disk?.value).toBe("/dev/x");
    expect(mine?.metaDisk?.value).toBe("/dev/m[1]");
    expect(volumesOn(hosts[1]!.volumes, volumes).map(({ number }) => number)).toEqual([0, 1]);
  });

  test.each([
    ["device minor 7;", undefined, 7],
    ["device /dev/drbd_web minor 7;", "/dev/drbd_web", 7],
    ["device /dev/drbd_web;", "/dev/drbd_web", undefined],
    ["device /dev/drbd12;", "/dev/drbd12", 12],
  ])("%s", (text, device, minor) => {
    const [volume] = only(`resource r { ${text} }`).volumes;
    expect(volume?.device?.value).toBe(device);
    expect(volume?.minor?.value).toBe(minor);
  });
});

describe("hosts and connections", () => {
  test("addresses of all families", () => {
    const { hosts } = only(`resource r {
      on a { address 10.0.0.1 : 7789; }
      on b { address ipv6 [fe80::1%eth0]:7789; }
      floating ssocks 10.0.0.3:7790;
      stacked-on-top-of q { address 10.0.0.4:1; }
      on c { address 10.0.0.300:1; }
      on d { address example.org:1; }
    }`);
    expect(hosts.map(({ kind, address }) => [kind, address?.family, address?.ip, address?.port])).toEqual([
      ["on", "ipv4", "10.0.0.1", 7789],
      ["on", "ipv6", "fe80::1%eth0", 7789],
      ["floating", "ssocks", "10.0.0.3", 7790],
      ["stacked", "ipv4", "10.0.0.4", 1],
      ["on", undefined, undefined, undefined],
      ["on", undefined, undefined, undefined],
    ]);
  });

  test("paths and their ends", () => {
    const [plain, pathed] = only(`resource r {
      connection { host a; host b address 10.0.0.2:1 via proxy on b { inside 127.0.0.1:1; outside 10.0.0.2:2; } }
      connection { path { host a address 1.1.1.1:1; host b; } path { host a port 5; host b; } }
    }`).connections;
    expect(plain?.paths).toHaveLength(1);
    expect(
      plain?.paths[0]?.endpoints.map(({ name, proxied, address }) => [name?.value, proxied, address?.port]),
    ).toEqual([
      ["a", false, undefined],
      ["b", true, 1],
    ]);
    expect(pathed?.paths).toHaveLength(2);
    expect(pathed?.paths[1]?.endpoints[0]?.port?.value).toBe("5");
  });
});
