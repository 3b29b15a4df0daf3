import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/cluster.ts";

interface Parts {
  readonly common?: string;
  readonly resource?: string;
  readonly volume?: string;
  /** Of the first host's volume and the second's; the resource then has none. */
  readonly hosts?: readonly [string, string];
  readonly connection?: string;
}

const volume = (options = ""): string =>
  `volume 0 { device /dev/drbd0; disk /dev/vg/r0; meta-disk internal; ${options} }`;

const text = ({ common = "", resource = "", volume: own, hosts, connection }: Parts): string => {
  const addresses =
    connection === undefined ? ["address 10.0.0.1:7789;", "address 10.0.0.2:7789;"] : ["", ""];
  const host = (name: string, i: 0 | 1): string =>
    `on ${name} { node-id ${i}; ${addresses[i]} ${hosts ? volume(hosts[i]) : ""} }`;
  const link = `connection { host alpha address 10.0.0.1:7789; host beta address 10.0.0.2:7789; ${connection} }`;
  return `common { ${common} }
resource r0 {
  ${resource}
  ${hosts ? "" : volume(own)}
  ${host("alpha", 0)}
  ${host("beta", 1)}
  ${connection === undefined ? "" : link}
}
`;
};

const mesh = (common: string, resource: string, net: string): string => `common { ${common} }
resource r0 {
  ${resource}
  device /dev/drbd0; disk /dev/vg/r0; meta-disk internal;
  on alpha { node-id 0; address 10.0.0.1:7789; }
  on beta { node-id 1; address 10.0.0.2:7789; }
  on gamma { node-id 2; address 10.0.0.3:7789; }
  connection-mesh { hosts alpha beta gamma; ${net} }
}
`;

const told = (file: string, targets = {}): string[] =>
  lintFiles({ "/etc/drbd.conf": file }, targets).flatMap(({ rule, message }) =>
    rule === "drbd/ambiguous-option" ? [message] : [],
  );
const rate = (value: string): string => `disk { c-max-rate ${value}; }`;
const extents = (value: number): string => `disk { al-extents ${value}; }`;
const ping = (value: number): string => `net { ping-timeout ${value}; }`;

/** `drbdadm -d up all` of drbd-utils 9.22 ends with 10 at each of these, though `dump` passes. */
describe("refused", () => {
  test.each<[string, Parts]>([
    ["common and volume", { common: rate("1M"), volume: rate("2M") }],
    ["resource and volume", { resource: rate("1M"), volume: rate("2M") }],
    ["resource over common, and volume", { common: rate("1M"), resource: rate("2M"), volume: rate("1M") }],
    ["an option of the backing disk", { common: extents(1001), volume: extents(6007) }],
    ["a word", { resource: "disk { on-io-error detach; }", volume: "disk { on-io-error pass_on; }" }],
    ["yes and no", { resource: "disk { disk-flushes; }", volume: "disk { disk-flushes no; }" }],
    ["common and connection", { common: rate("1M"), connection: rate("2M") }],
    ["resource and connection", { resource: rate("1M"), connection: rate("2M") }],
    ["volume and connection", { volume: rate("1M"), connection: rate("2M") }],
    ["a host's volume and connection", { hosts: [rate("1M"), ""], connection: rate("2M") }],
    ["common and one host's volume", { common: rate("1M"), hosts: [rate("2M"), ""] }],
    [
      "resource and the other host's volume",
      { resource: rate("1M"), hosts: ["", rate("2M")], connection: "" },
    ],
    ["two hosts' volumes", { hosts: [rate("1M"), rate("2M")] }],
    ["twice in common's net", { common: "net { ping-int 1; ping-int 2; }" }],
    ["twice in common's options", { common: "options { cpu-mask 1; cpu-mask 2; }" }],
    ["twice in common's handlers", { common: 'handlers { fence-peer "a"; fence-peer "b"; }' }],
    ["twice in common's startup", { common: "startup { wfc-timeout 1; wfc-timeout 2; }" }],
    ["twice in the resource's net", { resource: "net { ping-int 1; ping-int 2; }" }],
    [
      "twice in the resource's net, with a connection",
      { resource: "net { ping-int 1; ping-int 2; }", connection: "" },
    ],
    ["no and yes in one section", { resource: "net { no-tcp-cork; tcp-cork yes; }" }],
    ["twice in the volume's disk", { volume: "disk { al-extents 257; al-extents 301; }" }],
    ["twice in the connection's disk", { connection: "disk { c-max-rate 1M; c-max-rate 2M; }" }],
    ["twice in a host's volume, of the peer", { hosts: ["disk { c-max-rate 1M; c-max-rate 2M; }", ""] }],
  ])("%s", (_, parts) => expect(told(text(parts))).toHaveLength(1));

  test.each([
    ["common and mesh", mesh(ping(10), "", ping(5))],
    ["resource and mesh", mesh("", ping(10), ping(5))],
    ["resource over common, and mesh", mesh(ping(10), ping(5), ping(10))],
    ["protocol", mesh("net { protocol C; }", "", "net { protocol A; }")],
    ["twice in a mesh", mesh("", "", "net { ping-int 1; ping-int 2; }")],
  ])("%s", (_, file) => expect(told(file)).toHaveLength(1));
});

/** Each taken by `drbdadm -d up all`. */
describe("taken", () => {
  test.each<[string, Parts]>([
    ["resource over common", { common: rate("1M"), resource: rate("2M") }],
    ["the same value", { common: rate("1M"), volume: rate("1M") }],
    ["the same value in another unit", { common: rate("1M"), volume: rate("1024k") }],
    ["the same value without a unit", { resource: rate("1M"), volume: rate("1024") }],
    ["the same switch", { resource: "disk { no-disk-flushes; }", volume: "disk { disk-flushes no; }" }],
    ["the resource's own value", { common: rate("1M"), resource: rate("2M"), volume: rate("2M") }],
    ["other options", { resource: rate("1M"), volume: "disk { c-min-rate 2M; }" }],
    ["the connection's volume over common", { common: rate("1M"), connection: `volume 0 { ${rate("2M")} }` }],
    [
      "the connection's volume over the volume",
      { volume: rate("1M"), connection: `volume 0 { ${rate("2M")} }` },
    ],
    ["the connection's volume over it", { connection: `${rate("1M")} volume 0 { ${rate("2M")} }` }],
    ["both hosts' volumes over common", { common: rate("1M"), hosts: [rate("2M"), rate("2M")] }],
    ["hosts' volumes of the backing disk", { common: extents(1001), hosts: [extents(6007), ""] }],
    ["hosts' volumes that differ there", { hosts: [extents(6007), extents(1001)] }],
    ["connection's net over common", { common: ping(10), connection: ping(5) }],
    ["the same twice", { resource: "net { ping-int 2; ping-int 2; tcp-cork; tcp-cork yes; }" }],
    [
      "twice in common, own in the resource",
      { common: "net { ping-int 1; ping-int 2; }", resource: "net { ping-int 3; }" },
    ],
    [
      "twice in the resource, own in the connection",
      { resource: "net { ping-int 1; ping-int 2; }", connection: "net { ping-int 3; }" },
    ],
    ["twice in the connection's net", { connection: "net { ping-int 1; ping-int 2; }" }],
    ["twice in the resource's options", { resource: "options { cpu-mask 1; cpu-mask 2; }" }],
    ["twice in the resource's handlers", { resource: 'handlers { fence-peer "a"; fence-peer "b"; }' }],
    [
      "twice in a host's volume, of the backing disk",
      { hosts: ["disk { al-extents 257; al-extents 301; }", ""] },
    ],
    ["connection's net over the resource", { resource: ping(10), connection: ping(5) }],
  ])("%s", (_, parts) => expect(told(text(parts))).toEqual([]));

  test.each([
    ["the same in a mesh", mesh("", ping(10), ping(10))],
    ["the mesh as the resource", mesh(ping(10), ping(5), ping(5))],
    ["the mesh alone", mesh("", "", ping(5))],
  ])("%s", (_, file) => expect(told(file)).toEqual([]));

  test("by DRBD 8.4, in which the inner one counts", () => {
    const parts = text({ resource: rate("1M"), volume: rate("2M") });
    expect(told(parts, { drbd: "8.4" })).toEqual([]);
    expect(told(parts.replace(/node-id \d;/g, ""))).toEqual([]);
    expect(told(parts.replace(/node-id \d;/g, ""), { drbd: "9.22" })).toHaveLength(1);
  });
});
