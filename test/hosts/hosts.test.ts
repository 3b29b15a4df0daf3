import { describe, expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { hostname } from "../../parsers/hostname/index.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { lintText } from "../support/cluster.ts";

const model = (text: string) => hosts.model(hosts.parse(sourceOf("hosts", text)));
const rules = (text: string) => lintText(hosts, text).map(({ rule }) => rule);

describe("hosts", () => {
  test("an address, names, and a comment that begins anywhere", () => {
    const { entries } = model("# x\n\t10.0.0.1  a\tb#c d\r\n\n::1 localhost # y\n");
    expect(entries.map(({ address, names }) => [address.value, ...names.map(({ value }) => value)])).toEqual([
      ["10.0.0.1", "a", "b"],
      ["::1", "localhost"],
    ]);
  });

  test("templates are not judged", () => {
    expect(
      rules("{% for h in hosts %}\n{{ h.ip }} {{ h.name }}\n{% endfor %}\n10.0.0.1 {{ x }} a\n"),
    ).toEqual([]);
  });

  test.each([
    ["10.0.0.1", ["schema/missing-value"]],
    ["10.0.0.256 a", ["hosts/invalid-address"]],
    ["fe80::1%eth0 a", ["hosts/invalid-address"]],
    ["a 10.0.0.1", ["hosts/invalid-address"]],
    ["10.0.0.1 a,b", ["hosts/invalid-name"]],
    ["10.0.0.1 a_b a-b a.b", []],
    ["10.0.0.1 a\n10.0.0.2 A", ["hosts/duplicate-name"]],
    ["10.0.0.1 a\nfd00::1 a", []],
    ["10.0.0.1 a\n10.0.0.1 b a", []],
    ["127.0.0.1 localhost a\n127.0.1.1 a", []],
    ["10.0.0.1 a a.example.org", ["hosts/short-name-first"]],
    ["127.0.0.1 localhost localhost.localdomain", []],
  ])("%s", (text, expected) => {
    expect(rules(`${text}\n`)).toEqual(expected);
  });
});

test("hostname is the first word that is no comment", () => {
  const name = (text: string) => hostname.model(hostname.parse(sourceOf("hostname", text))).name?.value;
  expect(name("# ours\n\nzerg.ha\n")).toBe("zerg.ha");
  expect(name("{{ name }}\n")).toBeUndefined();
  expect(name("")).toBeUndefined();
});
