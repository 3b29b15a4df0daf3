import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import { twoNodes } from "../support/corosync.ts";

const treeOf = (text: string) => corosync.parse(sourceOf("corosync.conf", text));

/** A statement as text: `name=value`, `name{…}`. */
const flat = ({ keyword, args, block }: Statement): string =>
  block
    ? `${keyword.value}{${block.statements.map(flat).join(" ")}}`
    : `${keyword.value}=${args.map(({ value }) => value).join("|")}`;

const shape = (text: string): string => treeOf(text).statements.map(flat).join(" ");
const rules = (text: string): string[] => treeOf(text).mistakes.map(({ rule }) => rule);

describe("a line is", () => {
  test.each([
    ["a key and the rest of the line", "totem {\n a: b c : d\n}", "totem{a=b c : d}"],
    ["split at the first colon", "totem {\nkey:10:20\n}", "totem{key=10:20}"],
    ["a key without a value", "totem {\nkey:\n}", "totem{key=}"],
    ["a section whose name may end in a colon", "totem: {\n}", "totem{}"],
    ["a section without a blank before the brace", "totem{\n}", "totem{}"],
    ["a comment where # comes first", " # a: {\ntotem {\n}", "totem{}"],
    ["a value where # comes later", "totem {\nkey: a # b\n}", "totem{key=a # b}"],
    ["a section though a colon stands before the brace", "foo: bar {\n}", "foo: bar{}"],
    ["read with CR LF", "totem {\r\nkey: a\r\n}\r\n", "totem{key=a}"],
    ["read with tabs", "\ttotem\t{\n\t\tkey\t:\ta\t\n\t}\t\n", "totem{key=a}"],
    ["read at the end without a line end", "totem {\nkey: a\n}", "totem{key=a}"],
  ])("%s", (_, text, expected) => {
    expect(shape(text)).toBe(expected);
    expect(rules(text)).toEqual([]);
  });
});

describe("what corosync refuses", () => {
  test.each([
    ["totem {\nfoo\n}", "corosync/line-syntax", "totem{}"],
    ["totem {\ntoken = 3000\n}", "corosync/line-syntax", "totem{token=3000}"],
    ["; a\ntotem {\n}", "corosync/line-syntax", "totem{}"],
    ["totem {\n: a\n}", "corosync/line-syntax", "totem{}"],
    ["totem {\n\\\n}", "corosync/line-syntax", "totem{}"],
    ["totem { # a\nkey: b\n}", "corosync/beside-brace", "totem{key=b}"],
    ["totem {\nkey: b\n} # a", "corosync/beside-brace", "totem{key=b}"],
    ["totem {\nkey: b\nfoo }", "corosync/beside-brace", "totem{key=b}"],
    ["system { sched_rr yes }", "corosync/beside-brace", "system{}"],
    ["uidgid {}", "corosync/beside-brace", "uidgid{}"],
    ["quorum {\ndevice {\nkey: b\n}}", "corosync/beside-brace", "quorum{device{key=b}}"],
    ["uidgid {\n: 1\n}", "corosync/line-syntax", "uidgid{}"],
    ["totem\n{\nkey: b\n}", "corosync/brace-on-next-line", "totem{key=b}"],
    ["totem {\nkey: a{b\n}", "corosync/brace-in-value", "totem{key=a{b}"],
    ["\ufefftotem {\n}", "corosync/byte-order-mark", "totem{}"],
    ["totem {\na b: c\n}", "corosync/name-character", "totem{a b=c}"],
    ["totem {\n\u00a0key: c\n}", "corosync/name-character", "totem{key=c}"],
    ["id: c", "corosync/name-length", "id=c"],
    [`# ${"x".repeat(510)}`, "corosync/line-too-long", ""],
    [
      "logging {\nlogger_subsys {\nsubsys: A B\n}\n}",
      "corosync/name-character",
      "logging{logger_subsys{subsys=A B}}",
    ],
    ["totem {", "syntax/missing-brace", "totem{}"],
    ["}", "syntax/stray-brace", ""],
    ["{\n}", "syntax/stray-brace", "{}"],
  ])("%j: %s", (text, rule, expected) => {
    expect(rules(text)).toEqual([rule]);
    expect(shape(text)).toBe(expected);
  });

  test("a line of 510 bytes is read, one of 511 is not; bytes count, not characters", () => {
    expect(rules(`# ${"x".repeat(508)}\n`)).toEqual([]);
    expect(rules(`# ${"x".repeat(509)}\n`)).toEqual(["corosync/line-too-long"]);
    expect(rules(`# ${"ä".repeat(254)}\n`)).toEqual([]);
    expect(rules(`# ${"ä".repeat(255)}\n`)).toEqual(["corosync/line-too-long"]);
  });
});

test("every word stands where the text has it", () => {
  const text = "totem {\n  cluster_name :  my cluster \n}\n";
  const [totem] = treeOf(text).statements;
  const [name] = totem!.block!.statements;
  expect(textOf(name!.keyword.at)).toBe("cluster_name");
  expect(textOf(name!.args[0]!.at)).toBe("my cluster");
  expect(textOf(totem!.block!.close!)).toBe("}");
});

test("a line without a name is refused only where no section's name stands before it", () => {
  const verdicts = (text: string) => treeOf(text).mistakes.map(({ verdict }) => verdict);
  expect(verdicts("totem {\n: a\n}")).toEqual(["silent"]);
  expect(verdicts("quorum {\ndevice {\n: a\n}\n}")).toEqual(["silent"]);
  expect(verdicts(": a\ntotem {\n}\n: b")).toEqual([undefined, undefined]);
  expect(verdicts("uidgid {\n: a\n}")).toEqual([undefined]);
});

describe("templates", () => {
  const jinja = `# {{ ansible_managed }}
totem {
  version: 2
  cluster_name: {{ cluster_name | default('a:b{c}') }}
  transport: {{ transport }}
  token: {{ token }}
  consensus: 100
{% if crypto %}
  crypto_cipher: aes256
{% endif %}
}
nodelist {
{% for host in groups['ha'] %}
  node {
    ring0_addr: {{ hostvars[host]['ip'] }}
    nodeid: {{ loop.index }}
  }
{% endfor %}
}
quorum {
  provider: corosync_votequorum
  {{ quorum_options }}
  two_node: {{ 1 if groups['ha'] | length == 2 else 0 }}
}
`;
  test("values and lines that are filled in are holes, and nothing is said of them", () => {
    expect(treeOf(jinja).mistakes).toEqual([]);
    expect(lintText(corosync, jinja)).toEqual([]);
  });

  test("ERB", () => {
    const erb = jinja.replace(/\{\{ (.*?) \}\}/g, "<%= @value %>").replace(/\{% .*? %\}/g, "<% each -%>");
    expect(lintText(corosync, erb)).toEqual([]);
  });
});

test("a file of uidgid.d holds uidgid alone", () => {
  const path = "/etc/corosync/uidgid.d/pacemaker";
  const own = (text: string) => lintFiles({ [path]: text }).map(({ rule }) => rule);
  expect(own("uidgid {\n    uid: hacluster\n    gid: haclient\n}\n")).toEqual([]);
  expect(own("totem {\n    token: 5000\n}\n")).toEqual(["corosync/closed-section"]);
});

test("other programs' files are not claimed", () => {
  expect(corosync.looksLike?.("totem {\n version: 2\n}\n")).toBe(true);
  expect(corosync.looksLike?.("quorum {\n    provider: corosync_votequorum\n}\n")).toBe(true);
  expect(corosync.looksLike?.("logging {\n    level info;\n}\n")).toBe(false);
  expect(corosync.looksLike?.("vrrp_instance a {\n}\n")).toBe(false);
});

test("safe fixes leave a file that corosync reads", () => {
  const broken = `\ufefftotem { # the protocol
    version: 2 # the only one
    cluster_name = "web"
    config_version: 1
    transport: KNET
    crypto_cipher: aes256
    crypto_hash: sha256
}
; members
nodelist
{
${twoNodes}}
quorum {
    provider: corosync_votequorum
    two_node: 2
} # end
`;
  let text = broken;
  for (let round = 0; round < 4; round++)
    text = applyEdits(
      text,
      lintText(corosync, text).flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
    );
  expect(lintText(corosync, text)).toEqual([]);
  expect(text).toContain("# the only one\n    version: 2\n");
});
