import { describe, expect, test } from "vitest";
import { type Files, lintFiles } from "../support/cluster.ts";

interface Told {
  readonly name?: string;
  readonly state?: string;
  readonly priority?: number;
  readonly id?: number | string;
  readonly vips?: readonly string[];
  readonly lines?: readonly string[];
}

const instance = ({
  name = "WEB",
  state = "BACKUP",
  priority = 100,
  id = 41,
  vips,
  lines = [],
}: Told): string =>
  [
    `vrrp_instance ${name} {`,
    `    state ${state}`,
    "    interface eth0",
    `    virtual_router_id ${id}`,
    `    priority ${priority}`,
    ...lines.map((line) => `    ${line}`),
    "    virtual_ipaddress {",
    ...(vips ?? ["10.0.0.4/24"]).map((vip) => `        ${vip}`),
    "    }",
    "    track_interface {",
    "        eth1",
    "    }",
    "}",
    "",
  ].join("\n");

const cluster = (nodes: Readonly<Record<string, readonly Told[]>>): Files =>
  Object.fromEntries(
    Object.entries(nodes).map(([node, told]) => [
      `${node}/etc/keepalived/keepalived.conf`,
      told.map(instance).join("\n"),
    ]),
  );

const pair = (a: Told, b: Told = {}): Files => cluster({ a: [{ priority: 150, ...a }], b: [b] });

/** Findings between the nodes: "rule@node". */
const between = (files: Files): string[] =>
  lintFiles(files)
    .filter(({ rule }) => rule.startsWith("cluster/"))
    .map(({ rule, at }) => `${rule.slice(8)}@${at.source.path.split("/")[0]}`);

const auth = (pass: string): string[] => ["authentication {", "auth_type PASS", `auth_pass ${pass}`, "}"];
const unicast = (own: string, ...peers: string[]): string[] => [
  `unicast_src_ip ${own}`,
  "unicast_peer {",
  ...peers,
  "}",
];

describe("what two live daemons of keepalived 2.2.7 did", () => {
  test.each<[string, Told, Told, string[]]>([
    ["the control", { state: "MASTER" }, {}, []],
    ["another id", { id: 52 }, {}, ["virtual-router-id-mismatch@a"]],
    ["another interval", { lines: ["advert_int 1"] }, { lines: ["advert_int 3"] }, ["advert-int-mismatch@a"]],
    ["another interval in version 3", { lines: ["version 3"] }, { lines: ["version 3", "advert_int 3"] }, []],
    ["another password", { lines: auth("one") }, { lines: auth("two") }, ["auth-mismatch@a"]],
    ["a password on one", { lines: auth("one") }, {}, ["auth-mismatch@a"]],
    ["the same first 8 bytes", { lines: auth("12345678a") }, { lines: auth("12345678b") }, []],
    ["a password cut at its #", { lines: auth('"ab#cd"') }, { lines: auth("ab#cd") }, ["auth-mismatch@a"]],
    ["versions", { lines: ["version 2"] }, { lines: ["version 3"] }, ["vrrp-version-mismatch@a"]],
    ["unicast and multicast", { lines: unicast("10.0.0.1", "10.0.0.2") }, {}, ["unicast-multicast-mix@a"]],
    ["another address", { vips: ["10.0.0.4"] }, { vips: ["10.0.0.6"] }, ["vip-set-mismatch@a"]],
    ["an address more", { vips: ["10.0.0.4", "10.0.0.6"] }, { vips: ["10.0.0.4"] }, ["vip-set-mismatch@a"]],
    ["an address less", { vips: ["10.0.0.4"] }, { vips: ["10.0.0.4", "10.0.0.6"] }, ["vip-set-mismatch@a"]],
    ["another order", { vips: ["10.0.0.4", "10.0.0.6"] }, { vips: ["10.0.0.6", "10.0.0.4"] }, []],
    ["another prefix", { vips: ["10.0.0.4/24"] }, { vips: ["10.0.0.4/32"] }, ["vip-prefix-mismatch@a"]],
    ["another name", { name: "VI_1" }, {}, ["instance-name-drift@a"]],
    ["both MASTER", { state: "MASTER" }, { state: "MASTER" }, ["all-master@b"]],
    ["equal priorities", { priority: 100, state: "MASTER" }, {}, ["equal-priority@a"]],
    ["MASTER below BACKUP", { priority: 100, state: "MASTER" }, { priority: 150 }, ["inverted-priority@a"]],
    ["nopreempt on both", { lines: ["nopreempt"] }, { lines: ["nopreempt"] }, []],
    ["nopreempt on the master", { lines: ["nopreempt"] }, {}, []],
    ["nopreempt on the backup", {}, { lines: ["nopreempt"] }, ["nopreempt-on-backup-only@b"]],
    ["an empty list of peers", { lines: ["unicast_peer {", "}"] }, {}, []],
  ])("%s", (_, a, b, expected) => expect(between(pair(a, b))).toEqual(expected));
});

describe("which instances are one virtual router", () => {
  test("two on each node, crosswise", () =>
    expect(
      between(
        cluster({
          a: [
            { name: "ONE", state: "MASTER", priority: 150 },
            { name: "TWO", id: 42, vips: ["10.0.0.5"] },
          ],
          b: [{ name: "ONE" }, { name: "TWO", state: "MASTER", priority: 150, id: 42, vips: ["10.0.0.5"] }],
        }),
      ),
    ).toEqual([]));

  test("two clusters whose instances have the same name", () =>
    expect(
      between(
        cluster({
          a: [{ priority: 150 }],
          b: [{}],
          c: [{ priority: 150, id: 42, vips: ["10.0.0.7"] }],
          d: [{ id: 42, vips: ["10.0.0.7"] }],
        }),
      ),
    ).toEqual([]));

  test("two clusters with one id on one network", () =>
    expect(
      between(
        cluster({
          a: [{ priority: 150 }],
          b: [{}],
          c: [{ priority: 150, vips: ["10.0.0.7"] }],
          d: [{ vips: ["10.0.0.7"] }],
        }),
      ),
    ).toEqual(["foreign-virtual-router-id@c"]));

  test("the same id on two networks is two virtual routers", () => {
    const network = (ip: string): string => `auto eth0\niface eth0 inet static\n    address ${ip}/24\n`;
    const files = cluster({ a: [{ vips: ["10.0.0.4"] }], b: [{ name: "DB", vips: ["10.1.0.4"] }] });
    const told = {
      ...files,
      "a/etc/network/interfaces": network("10.0.0.1"),
      "b/etc/network/interfaces": network("10.1.0.1"),
    };
    expect(between(told)).toEqual([]);
  });

  test("of three routers the one that differs is named, once", () =>
    expect(
      between(
        cluster({
          a: [{ priority: 150, lines: ["advert_int 2"] }],
          b: [{ priority: 120, lines: ["advert_int 3"] }],
          c: [{ priority: 100, lines: ["advert_int 2"] }],
        }),
      ),
    ).toEqual(["advert-int-mismatch@b"]));

  test("a template's value equals every other", () =>
    expect(
      between(pair({ id: "{{ vrid }}", lines: ["advert_int {{ interval }}"] }, { lines: ["advert_int 3"] })),
    ).toEqual([]));

  test("nothing is missing from a part of a configuration", () =>
    expect(
      between({
        "a/etc/keepalived/conf.d/web.conf": instance({ priority: 150 }),
        "b/etc/keepalived/conf.d/web.conf": instance({ lines: ["version 3"] }),
      }),
    ).toEqual([]));
});

describe("one mistake is told once", () => {
  test("a copied file: neither its priorities nor its peers are told as well", () => {
    const same = { state: "MASTER", lines: unicast("10.0.0.1", "10.0.0.2") };
    expect(between(cluster({ a: [same], b: [same] }))).toEqual(["copied-file@a"]);
  });

  test("an id that one file has twice", () => {
    const two = [{ priority: 150 }, { name: "MAIL", vips: ["10.0.0.7/24"], priority: 150 }];
    const other = [{}, { name: "MAIL", vips: ["10.0.0.7/24"] }];
    expect(between(cluster({ a: two, b: other }))).toEqual([]);
  });

  test("routers without a rank may have one priority, and one file", () => {
    const same = { lines: ["nopreempt"] };
    expect(between(cluster({ a: [same], b: [same] }))).toEqual([]);
    expect(between(pair({ ...same, priority: 100 }, { ...same, name: "OTHER" }))).not.toContain(
      "equal-priority@a",
    );
    expect(between(pair({ ...same, priority: 100, name: "OTHER" }, {}))).toContain("equal-priority@a");
  });

  test("interfaces of other names on networks that nobody tells may be any", () => {
    const files = cluster({
      a: [{ priority: 150 }, { name: "MAIL", id: 52, vips: ["10.0.0.7/24"], priority: 150 }],
      b: [{}, { name: "MAIL", id: 41, vips: ["10.0.0.8/24"] }],
    });
    const path = "b/etc/keepalived/keepalived.conf";
    const [web = "", mail = ""] = files[path]!.split(/(?=vrrp_instance MAIL)/);
    expect(between({ ...files, [path]: web + mail.replace("eth0", "eth7") })).not.toContain(
      "foreign-virtual-router-id@b",
    );
  });
});
