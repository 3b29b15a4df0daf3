import { describe, expect, test } from "vitest";
import { positionAt, sourceOf, textOf } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";

const parse = (text: string) => crmsh.parse(sourceOf("cluster.crm", text));
const mistakes = (text: string) =>
  parse(text).mistakes.map(
    ({ rule, at }) => `${positionAt(at.source, at.start).line + 1} ${rule} ${textOf(at)}`,
  );

/** A statement in one line: keyword, arguments, and in braces what stands below it. */
const shown = ({ keyword, args, block }: Statement): string => {
  const words = [keyword.value, ...args.map(({ value }) => value)].join(" ");
  return block ? `${words} { ${block.statements.map(shown).join("; ")} }` : words;
};
const lines = (text: string): string[] => parse(text).statements.map(shown);

describe("lines", () => {
  test("a backslash continues a line, blanks may follow it, and comments stand on lines of their own", () => {
    const text =
      "# one\nprimitive a Dummy \\ \n   params state=x\\y \\\n  op monitor interval=10s\n  # two\n";
    expect(lines(text)).toEqual(["primitive a Dummy { params { state xy }; op monitor { interval 10s } }"]);
    expect(parse(text).comments.map(({ at }) => textOf(at))).toEqual(["# one", "# two"]);
  });

  test("quotes and keywords as crm takes them, each word where it stands", () => {
    const [statement] = parse(`PRIMITIVE a IPaddr2 ip="10.0.0.1" 'x=y z'\n`).statements;
    expect(shown(statement!)).toBe("primitive a IPaddr2 { params { ip 10.0.0.1; x y z } }");
    const pair = statement!.block!.statements[0]!.block!.statements[0]!;
    expect(textOf(pair.args[0]!.at)).toBe("10.0.0.1");
    expect(pair.args[0]!.quote).toBe('"');
  });

  test("a comment behind a command is one of it, with the rest of its line", () => {
    const text = "primitive a Dummy \\\n  params state=x # here \\\n  op monitor interval=10s\n";
    expect(lines(text)).toEqual(["primitive a Dummy { params { state x }; op monitor { interval 10s } }"]);
    expect(mistakes(text)).toEqual(["2 crmsh/inline-comment # here"]);
    expect(mistakes("location l a rule #uname eq b and #kind eq container\n")).toEqual([]);
  });

  test("words and commands that a backslash joins are read as they were meant", () => {
    const joined = "primitive a Dummy params state=x\\\n  op monitor interval=10s\n";
    expect(lines(joined)).toEqual(["primitive a Dummy { params { state x }; op monitor { interval 10s } }"]);
    expect(mistakes(joined)).toEqual(["1 crmsh/joined-words \\"]);
    const swallowed = "primitive a Dummy \\\nprimitive b Dummy\n";
    expect(lines(swallowed)).toEqual(["primitive a Dummy", "primitive b Dummy"]);
    expect(mistakes(swallowed)).toEqual(["1 crmsh/continued-command \\"]);
    expect(mistakes("# a \\\nprimitive b Dummy\n")).toEqual(["1 crmsh/continued-comment \\"]);
    expect(mistakes("# a \\\n# b\nprimitive b Dummy\n")).toEqual([]);
  });
});

test("what crm takes as it stands is no reject, whatever is wrong with what was meant", () => {
  const verdicts = (text: string) => parse(text).mistakes.map(({ rule, verdict }) => [rule, verdict]);
  const joined = 'primitive a Dummy params ip="1"\\\n  op monitor timeout=20s 5=10s\n';
  expect(verdicts(joined)).toEqual([
    ["crmsh/joined-words", "silent"],
    ["crmsh/syntax", "silent"],
  ]);
  const escaped = 'primitive a Dummy params ip="1" \\ \\\n  state=x\n';
  expect(verdicts(escaped)).toEqual([["crmsh/joined-words", "rejects"]]);
});

describe("what crm does not take", () => {
  test.each([
    ["primitive a\n", "primitive"],
    ["primitive a ocf::x\n", "ocf::x"],
    ["fencing_topology alice: f1, f2\n", "f1,"],
    ["fencing_topology alice: f1,,f2\n", "f1,,f2"],
    ["fencing_topology alice: f1:f2\n", "f1:f2"],
    ["fencing_topology pattern:alice.*: f1 attr:rack=1: f2\n", "attr:rack=1:"],
    ["bundle b docker image=x storage id=s source-dir=/a target-dir=/b primitive a\n", "id"],
    ["primitive a Dummy params x = y\n", "="],
    ["primitive 1a Dummy\n", "1a"],
    ["primitive a Dummy op monitor depth=0 interval=10s\n", "interval"],
    ["group g a b a\n", "a"],
    ["clone c a=b\n", "a=b"],
    ["primitive a :x:y\n", ":x:y"],
    ["location l a alice\n", "alice"],
    ["location l a nif: alice\n", "nif:"],
    ["location l /a.*/ Inf: alice\n", "Inf:"],
    ["location l { a b } 1.5: alice\n", "1.5:"],
    ["location l a resource-discovery=sometimes inf: alice\n", "sometimes"],
    ["location l a role=Leader inf: alice\n", "Leader"],
    ["location l a rule x is y\n", "is"],
    ["location l a rule defined a or\n", "or"],
    ["location l { a b inf: n\n", "{"],
    ["colocation c a b\n", "a"],
    ["colocation c sometimes: a b\n", "sometimes:"],
    ["colocation c Inf: a b\n", "Inf:"],
    ["colocation c inf: [ a b ] node-attribute=rack\n", "node-attribute=rack"],
    ["colocation c inf: a b c node-attribute=rack\n", "node-attribute=rack"],
    ["colocation c inf: ( a b\n", "("],
    ["colocation c inf: a ( b c ]\n", "]"],
    ["colocation c inf: ( a ( b ) )\n", "("],
    ["colocation c inf: a b:run\n", "run"],
    ["order o Mandatry: a b\n", "Mandatry:"],
    ["order o Mandatory: a b symmetrical=perhaps\n", "symmetrical=perhaps"],
    ["rsc_ticket t a\n", "a"],
    ["node a:b\n", "a:b"],
    ["tag t\n", "tag"],
    ["role r write\nrole r reads status\n", "reads"],
    ["role r write attribute:target-role\n", "attribute:target-role"],
    ["role r write xpath://a read attr:x\n", "attr:x"],
    ["role r read cib:x\n", "cib:x"],
    ["role r write meta:p:x:y\n", "meta:p:x:y"],
    ["tag a/b p\n", "a/b"],
    ["alert a /bin/x from b\n", "from"],
  ])("%j", (text, word) => {
    const found = parse(text).mistakes;
    expect(found.map(({ rule, at }) => [rule, textOf(at)])).toEqual([["crmsh/syntax", word]]);
  });

  test.each([
    "primitive a Dummy\n",
    "primitive a @t params ip=1 op start timeout=60 interval=0 meta x=y operations $id=ops\n",
    "ms m a meta notify=true\nMS m a\n",
    "group g a b description=x meta target-role=Started\n",
    "location l /web.*/ resource-discovery=never inf: n\nlocation l { a b } 100: n\n",
    "location l a rule $id=r role=Promoted -inf: #uname ne a and date in start=2020-01-01 hours=9-16\n",
    "colocation c inf: ( a b ) c:Promoted [ d e ] sequential=false\n",
    "colocation c MANDATORY: a b node-attribute=rack\nlocation l a -INFINITY: n\nlocation l a Advisory: n\n",
    "location l a role=promoted resource-discovery=never -inf: n\n",
    "role r write type:primitive attribute:x read node read property:a deny meta:p:target-role\n",
    "order o a:start b\norder o 0: ( a b ) c symmetrical=no\n",
    "rsc_ticket t T: a:Promoted loss-policy=fence\n",
    "node 1: alice\nnode $id=2 bob:member attributes standby=off utilization cpu=4\n",
    "property $id=p: x=y\nproperty p: rule date gt 2020 x=y\n",
    "fencing_topology alice: st1,st2 st3 pattern:b.*: st1\n",
    "fencing_topology pattern:alice.*: f1 attr:rack=1 f2\nfencing_topology alice : f1\n",
    "bundle b docker image=x network ip-range-start=1 primitive a meta x=y\n",
    "bundle b docker image=x network ip-range-start=1 port-mapping id=p port=80 storage storage-mapping id=s source-dir=/a target-dir=/b storage-mapping id=t source-dir=/a target-dir=/c primitive a\n",
    "alert a /bin/x meta timeout=1s select nodes attributes { x y } to { b attributes p=q } to c\n",
    "role r read xpath:/cib write property:x deny ref:a\nacl_target u r\n",
    "monitor a:Started 10s:20s\ntag t: a b\nxml <primitive id='x'/>\n",
  ])("%j is taken", (text) => expect(mistakes(text)).toEqual([]));

  test("a quote must end on its line; a hole may be anything", () => {
    expect(mistakes('primitive a Dummy params state="x\n')).toEqual(['1 syntax/unclosed-quote "x']);
    expect(
      mistakes("colocation c {{ score }} a b\n{% if x %}\nprimitive {{ a }} {{ b }}\n{% endif %}\n"),
    ).toEqual([]);
  });
});

describe("scripts", () => {
  test("crm configure, sudo, options and prompts stand before the command", () => {
    const text =
      "crm(live/alice)configure# primitive a Dummy\nsudo crm -F configure group g a\ncrm configure\nclone c g\ncommit\n";
    expect(lines(text)).toEqual(["primitive a Dummy", "group g a", "configure", "clone c g", "commit"]);
    expect(crmsh.model(parse(text)).form).toBe("script");
    expect(mistakes(text)).toEqual(["1 crmsh/script crm(live/alice)configure#"]);
  });

  test("of a script for sh only crm's commands are read", () => {
    const text =
      '#!/bin/sh\nmsg="a\nb"\ncrm configure primitive a IPaddr2 ip=$VIP\ncrm configure <<EOF\nclone c a\nEOF\necho done # yes\n';
    expect(mistakes(text)).toEqual(["4 crmsh/script crm"]);
    const { primitives, clones } = crmsh.model(parse(text));
    expect(primitives[0]?.params[0]?.pairs[0]?.value?.hole).toBe(true);
    expect(clones.map(({ child }) => child.value)).toEqual(["a"]);
  });
});
