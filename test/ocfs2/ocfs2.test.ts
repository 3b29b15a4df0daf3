import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionAt, sourceOf, textOf } from "../../parsers/core/source.ts";
import { walk } from "../../parsers/core/tree.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import { lintText } from "../support/cluster.ts";
import cases from "./cases.json" with { type: "json" };

const parse = (text: string) => ocfs2.parse(sourceOf("cluster.conf", text));
const mistakes = (text: string) =>
  parse(text).mistakes.map(
    ({ rule, at }) => `${positionAt(at.source, at.start).line + 1} ${rule} ${textOf(at)}`,
  );

const node = "node:\n\tip_port = 7777\n\tip_address = 10.0.0.1\n\tnumber = 0\n\tname = a\n\tcluster = c\n";
const good = `${node}cluster:\n\tnode_count = 1\n\tname = c\n`;

describe("stanzas", () => {
  test("settings become statements of their header's block", () => {
    const [first, second] = parse(good).statements;
    expect(first?.keyword.value).toBe("node");
    expect(first?.block?.statements.map(({ keyword, args }) => `${keyword.value}:${args[0]?.value}`)).toEqual(
      ["ip_port:7777", "ip_address:10.0.0.1", "number:0", "name:a", "cluster:c"],
    );
    expect(second?.at.start).toBe(node.length);
  });

  test("a value is the rest of the line without the blanks at its end", () => {
    const { nodes } = ocfs2.model(parse(good.replace("name = a", "name =  a b#c=d \t\r")));
    expect(nodes[0]?.name?.word.value).toBe("a b#c=d");
    expect(nodes[0]?.name?.value).toBe("a b");
  });

  test("a backslash takes the next line in", () => {
    const { nodes } = ocfs2.model(parse(good.replace("name = a", "name = a\\\nb")));
    expect(nodes[0]?.name?.value).toBe("a\nb");
    expect(nodes[0]?.cluster?.value).toBe("c");
  });

  test("a template's value is not known, and its statements make nothing countable", () => {
    const text = `{% for n in nodes %}\n${node.replace("10.0.0.1", "{{ n.ip }}")}{% endfor %}\n${good}`;
    const tree = parse(text);
    expect(tree.mistakes).toEqual([]);
    expect([...walk(tree.statements)].filter(({ args }) => args[0]?.hole)).toHaveLength(1);
    expect(ocfs2.model(tree).whole).toBe(false);
    expect(lintText(ocfs2, text).filter(({ rule }) => rule === "ocfs2/node-count")).toEqual([]);
  });
});

describe("mistakes stand where they are", () => {
  test.each([
    ["blank", good.replace("\tname = a", "\n\tname = a"), ["6 ocfs2/blank-in-stanza name = a"]],
    ["blanks only", good.replace("\tname = a", " \t\n\tname = a"), ["6 ocfs2/blank-in-stanza name = a"]],
    ["no indent", good.replace("\tname = a", "name = a"), ["5 ocfs2/indent name"]],
    ["indented header", good.replace("cluster:", " cluster:"), ["7 ocfs2/indent cluster:"]],
    ["indented comment", good.replace("\tname = a", "\t# x\n\tname = a"), ["5 ocfs2/indented-comment # x"]],
    ["no colon", good.replace("cluster:", "cluster"), ["7 ocfs2/header-syntax cluster"]],
    ["colon apart", good.replace("cluster:", "cluster :"), ["7 ocfs2/header-syntax cluster :"]],
    ["comment after", good.replace("cluster:", "cluster: # x"), ["7 ocfs2/header-syntax # x"]],
    ["colon for =", good.replace("name = a", "name: a"), ["5 ocfs2/separator :"]],
    ["no =", good.replace("name = a", "name a"), ["5 ocfs2/separator name a"]],
    ["no value", good.replace("name = a", "name"), ["5 ocfs2/separator name"]],
    ["hyphen in key", good.replace("name = a", "na-me = a"), ["5 ocfs2/separator na-me = a"]],
    ["semicolon", good.replace("name = a", "; name = a"), ["5 ocfs2/separator ; name = a"]],
    ["no stanza", `\tname = a\n${good}`, ["1 ocfs2/attribute-outside-stanza name = a"]],
    ["byte order mark", `\ufeff${good}`, ["1 ocfs2/stray-character \ufeff"]],
    ["CR LF", good.replaceAll("\n", "\r\n"), ["1 ocfs2/stray-character \r"]],
  ])("%s", (_, text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  test.each([
    ["as it should be", good],
    ["blanks for a tab", good.replaceAll("\t", " ")],
    ["no blank around =", good.replaceAll(" = ", "=")],
    ["blanks after a header", good.replace("node:", "node: \t")],
    ["comment in column 1 inside a stanza", good.replace("\tname = a", "# x\n\tname = a")],
    ["CR after a value", good.replace("name = a", "name = a\r")],
    ["CR after a comment", `# x\r\n${good}`],
    ["blank line between stanzas", good.replace("cluster:\n", "\n \ncluster:\n")],
    ["unknown stanza", `foo:\n\tx = 1\n${good}`],
    ["no line end at the end", good.trimEnd()],
    ["nothing", ""],
  ])("none: %s", (_, text) => {
    expect(mistakes(text)).toEqual([]);
  });
});

describe("what o2cb of ocfs2-tools 1.8.7 said of each file", () => {
  const correct = ["1space", "seed-4spaces", "tabs", "empty"];
  test.each(Object.entries(cases))("%s", (name, { verdict, text }) => {
    const findings = lintText(ocfs2, text);
    expect(findings.some(({ daemon }) => daemon === "rejects")).toBe(verdict === "reject");
    expect(findings.length > 0).toBe(!correct.includes(name));
  });
});

test("safe fixes leave a file that o2cb reads", () => {
  const broken = good
    .replace("\tip_port = 7777", "ip_port: 7777 # o2net")
    .replace("\tname = a", "\n\tname = a")
    .replace("cluster:\n", " cluster:\n");
  let text = broken;
  for (let round = 0; round < 3; round++)
    text = applyEdits(
      text,
      lintText(ocfs2, text).flatMap(({ fix }) => (fix?.safe ? fix.edits : [])),
    );
  expect(lintText(ocfs2, text)).toEqual([]);
  expect(text).toContain("# o2net\n");
});

test("an XML cluster.conf is another program's", () => {
  expect(ocfs2.looksLike?.('<?xml version="1.0"?>\n<cluster name="a" config_version="1">\n')).toBe(false);
  expect(ocfs2.looksLike?.("cluster = x\n")).toBe(false);
  expect(ocfs2.looksLike?.(`# ours\n${good}`)).toBe(true);
});

test("any text gives a tree whose values stand where they are", () => {
  const piece = fc.constantFrom(
    "node:",
    "cluster:",
    "\n",
    "\n\t",
    " ",
    "\t",
    "name = a",
    "number=1",
    "#",
    ":",
    "=",
    "\\\n",
    "\r\n",
    "\r",
    "\f",
    "\ufeff",
    "{{ x }}",
    "{% if %}",
    "é",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join("");
        const tree = parse(text);
        for (const { keyword } of walk(tree.statements))
          expect(text.slice(keyword.at.start, keyword.at.end)).toBe(keyword.value);
        ocfs2.model(tree);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});
