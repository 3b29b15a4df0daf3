import { describe, expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lvsRules } from "../../rules/lvs/list.ts";
import type { Targets } from "../../rules/rule.ts";
import { lintText } from "../support/cluster.ts";

const ours = new Set(lvsRules.map(({ id }) => id));

/** "problem verdict" of each finding of this room, in the order of the file. */
const found = (text: string, targets: Targets = { keepalived: "2.2.7" }): string[] =>
  lintText(keepalived, text, targets)
    .filter(({ rule }) => ours.has(rule))
    .map(({ rule, daemon }) => `${rule.slice("lvs/".length)} ${daemon}`);

const server = (address = "192.168.10.2 80", ...settings: string[]): string =>
  ["real_server", address, "{\n", ...settings.map((one) => `${one}\n`), "TCP_CHECK {\n}\n}"].join(" ");

const service = (address: string, ...settings: string[]): string =>
  [`virtual_server ${address} {`, "delay_loop 10", "lb_algo wrr", ...settings, "}", ""].join("\n");

const group = (name: string, ...entries: string[]): string =>
  [`virtual_server_group ${name} {`, ...entries, "}", ""].join("\n");

const dr = ["lb_kind DR", "protocol TCP"];

/** Checked against keepalived 2.2.7. */
describe("what keepalived reads", () => {
  test.each<[string, string, string[]]>([
    ["a sound service", service("10.0.0.4 80", ...dr, server()), []],
    ["port 0 of a real server is the service's", service("10.0.0.4 80", ...dr, server("192.168.10.2 0")), []],
    [
      "a port above NAT's service",
      service("10.0.0.4 80", "lb_kind NAT", "protocol TCP", server("192.168.10.2 8080")),
      [],
    ],
    [
      "lb_kind below the servers counts for their ports",
      service("10.0.0.4 80", "protocol TCP", server("192.168.10.2 8080"), "lb_kind DR"),
      ["port-mismatch warns"],
    ],
    [
      "lb_kind TUN below the servers comes too late for their family",
      service("10.0.0.4 80", "protocol TCP", server("fd00::2 80"), "lb_kind TUN"),
      ["family-mismatch rejects"],
    ],
    [
      "a real server's own method",
      service("10.0.0.4 80", ...dr, server("192.168.10.2 8080", "lvs_method NAT")),
      [],
    ],
    [
      "the first server settles the family of a mark",
      service("fwmark 1", "lb_kind DR", server("192.168.10.2"), server("fd00::2")),
      ["family-mismatch rejects"],
    ],
    [
      "two families of one mark are two services",
      service("fwmark 1", "lb_kind DR", server("192.168.10.2")) +
        service("fwmark 1", "lb_kind DR", server("fd00::2")),
      [],
    ],
    [
      "ip_family against the address",
      service("10.0.0.4 80", "ip_family inet6", ...dr, server()),
      ["family-mismatch rejects"],
    ],
    [
      "a service whose group is of another family is ignored, faults and all",
      group("web", "fd00::4 80") + service("group web", "lb_kind DR", server()),
      ["family-mismatch silent"],
    ],
    ["a group that is not there takes its service along", service("group nowhere", server()), []],
    [
      "ports of a group",
      group("web", "10.0.0.4 80", "10.0.0.5 81") + service("group web", ...dr, server()),
      ["port-mismatch rejects"],
    ],
    [
      "a sorry server's method above it does not count",
      service(
        "10.0.0.4 80",
        "sorry_server_lvs_method NAT",
        ...dr,
        "sorry_server 192.168.10.9 8080",
        server(),
      ),
      ["early-sorry-setting rejects", "port-mismatch warns"],
    ],
    ["weights of the service", service("10.0.0.4 80", ...dr, "weight 3", "quorum 3", server()), []],
    [
      "a quorum beyond the weights",
      service("10.0.0.4 80", ...dr, "quorum 4", server("192.168.10.2 80", "weight 3")),
      ["unreachable-quorum warns"],
    ],
    [
      "a lowered quorum meets its hysteresis",
      service("10.0.0.4 80", ...dr, "quorum 4", "hysteresis 3", server("192.168.10.2 80", "weight 3")),
      ["unreachable-quorum warns", "wide-hysteresis rejects"],
    ],
    [
      "one server left with a weight",
      service("10.0.0.4 80", ...dr, server("192.168.10.2 80", "weight 0"), server("192.168.10.3 80")),
      [],
    ],
    [
      "inhibit on both sides",
      service(
        "10.0.0.4 80",
        ...dr,
        "sorry_server 192.168.10.2 80",
        "sorry_server_inhibit",
        server("192.168.10.2 80", "inhibit_on_failure"),
      ),
      ["busy-sorry-server silent"],
    ],
    [
      "IPv6 in two spellings",
      service("fd00::4 80", ...dr, server("fd00::2 80"), server("fd00:0::2 80")),
      ["duplicate-real-server rejects"],
    ],
    ["every port, persistent", service("10.0.0.4", ...dr, "persistence_timeout", server("192.168.10.2")), []],
  ])("%s", (_, text, expected) => {
    expect(found(text).sort()).toEqual(expected.sort());
  });
});

describe("ranges of a group", () => {
  const entry = (text: string): string[] =>
    found(group("web", "10.0.0.4 80", text) + service("group web", ...dr, server()));

  test.each(["10.0.0.10-12 80", "10.0.0.10-10.0.0.20 80", "10.0.0.16/28 80"])("%s is one", (text) => {
    expect(entry(text)).toEqual([]);
  });

  test.each([
    "10.0.0.10-9 80",
    "10.0.0.4-4 80",
    "10.0.0.20-10.0.0.10 80",
    "10.0.0.1/24 80",
    "10.0.0.0/0 80",
    "10.0.0.0/33 80",
    "10.0.0.9-300 80",
    "fd00::9-8 80",
    "fd00::1/64 80",
  ])("%s is none", (text) => {
    expect(entry(text)).toContain("group-range rejects");
  });
});

describe("what is not known is not judged", () => {
  test.each([
    ["a templated service", service("{{ vip }} {{ port }}", "{{ settings }}")],
    [
      "templated settings",
      service("10.0.0.4 80", "lb_kind {{ kind }}", "protocol {{ protocol }}", server("{{ ip }} {{ port }}")),
    ],
    [
      "templated weights",
      service("10.0.0.4 80", ...dr, "quorum 5", server("192.168.10.2 80", "weight {{ weight }}")),
    ],
    ["an include that is not at hand", `virtual_server 10.0.0.4 80 {\n  include service.conf\n}\n`],
  ])("%s", (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("older and newer daemons", () => {
  const text = service("10.0.0.4 80", ...dr, server("192.168.10.2 8080"));

  test.each([
    ["2.0.14", "port-mismatch silent"],
    ["2.0.15", "port-mismatch warns"],
    ["2.4.3", "port-mismatch warns"],
  ])("keepalived %s", (version, expected) => {
    expect(found(text, { keepalived: version })).toEqual([expected]);
  });
});
