import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { walk } from "../../parsers/core/tree.ts";
import { mistakesOf, readText, shown } from "./helpers.ts";

const read = (text: string, nodeName?: string): string => shown(readText(text, {}, nodeName));

describe("definitions", () => {
  test("are replaced where a delimiter or braces end the name", () => {
    expect(read("$A=x ! note\nstate $A\nstate ${A}b\nstate $A,$A)\nstate $A.b\nstate $A$A")).toBe(
      "[state][x] [state][xb] [state][x,x)] [state][$A.b] [state][$Ax]?",
    );
  });

  test("need no blank before the sign of equality", () => {
    expect(read("$B = y\nstate $B")).toBe("[$B]?[=][y] [state][$B]?");
  });

  test("can be empty, set again, and used in quotes", () => {
    expect(read('$A=\nstate $A e\n$A=1\nstate "${A}"\n$A=2\nstate $A')).toBe(
      "[state][e] [state][1] [state][2]",
    );
  });

  test("of several lines are lines, in which definitions and sequences count", () => {
    const text =
      "$N=1\n$VI= \\\nvrrp_instance V$N { \\\n# gone \\\n  priority ${P} \\ # note\n ~SEQ(i,1,2) x$i \\\n}\n$P=5\n$VI\n$P=6\n$VI";
    expect(read(text)).toBe(
      "[vrrp_instance][V1]{[priority][5] [x1] [x2]} [vrrp_instance][V1]{[priority][6] [x1] [x2]}",
    );
  });

  test("that name themselves end", () => {
    expect(read("$F=a $F\nstate $F").length).toBeLessThan(3000);
    expect(read("$A=$B $B\n$B=$A $A\nstate $A").length).toBeGreaterThan(0);
    expect(read("$M=\\\na \\\n$M\n$M").length).toBeLessThan(100_000);
  });

  test("that the daemon makes are holes, but for the two characters", () => {
    expect(read("x ${_PWD}/a ${_RANDOM 1 5}")).toBe("[x][${_PWD}/a]?[${_RANDOM 1 5}]?");
    expect(read('x a${_HASH}b\nx "a${_BANG}b"')).toBe("[x][a] [x][a!b]");
  });

  test("leave every word at real text", () => {
    const tree = readText("$IP=10.0.0.4\nvirtual_ipaddress {\n  ${IP}/24 dev eth0\n}");
    const entry = [...walk(tree.statements)].at(-1)!;
    expect(entry.keyword.value).toBe("10.0.0.4/24");
    expect(textOf(entry.keyword.at)).toBe("${IP}/24");
    expect(entry.args.map(({ at }) => textOf(at))).toEqual(["dev", "eth0"]);
  });
});

describe("sequences", () => {
  test("count up, down and in hexadecimal", () => {
    expect(read("~SEQ(i,3) a$i")).toBe("[a1] [a2] [a3]");
    expect(read("~SEQ(i,3,1) a$i")).toBe("[a3] [a2] [a1]");
    expect(read("~SEQ(i,1,2,6) a$i")).toBe("[a1] [a3] [a5]");
    expect(read("~SEQx(i,9,0xb) a$i")).toBe("[a9] [aa] [ab]");
    expect(read("~SEQ(i,1,2) ~SEQ(j,1,2) x ${i}.$j")).toBe("[x][1.1] [x][1.2] [x][2.1] [x][2.2]");
  });

  test("take lists of values, several at once", () => {
    expect(read("~LST(v,a,b) x $v")).toBe("[x][a] [x][b]");
    expect(read("~LST({v, w}, {1,2}, {3,4}) x ${v}_$w")).toBe("[x][1_2] [x][3_4]");
  });

  test("count to a single number, and take one that is left out as 0", () => {
    expect(read("~SEQ(i,0) a$i")).toBe("[a1] [a0]");
    expect(read("~SEQ(i,-2) a$i")).toBe("[a-1] [a-2]");
    expect(read("~SEQ (i,,2) a$i")).toBe("[a0] [a1] [a2]");
    expect(read("~LST({v,w},{1,2},3) x ${v}:${w}")).toBe("[x][1:2] [x][3:]");
  });

  test.each([
    ["~SEQ(i,1,0,5) a", "steps of 0 do not lead from 1 to 5"],
    ["~SEQ(i,1,-1,5) a", "steps of -1 do not lead from 1 to 5"],
    ["~SEQ(i,1,x) a", "x is not a number"],
    ["~SEQ(i,08,9) a", "08 is not a number"],
    ["~SEQ(i,1,$N) a", "$N is not a number"],
    ["~SEQ(i) a", "it takes a name and one to three numbers"],
    ["~SEQ(i,1,1,3,4) a", "it takes a name and one to three numbers"],
    ["~SEQ(i,1,2 a", "it has no closing parenthesis"],
    ["~SEQx(i,-1,3) a", "~SEQx counts no negative numbers"],
    ["~LST(i) a", "it has no values"],
    ["~LST(i,{1,2}) a", "{1,2} has more values than there are names"],
  ])("%s is dropped", (text, why) => {
    const tree = readText(text);
    expect(tree.statements).toEqual([]);
    expect(mistakesOf(tree).join()).toMatch(/^keepalived\/sequence-refused 0 /);
    expect(mistakesOf(tree).join()).toContain(why);
  });

  test("whose values are made up later are words", () => {
    expect(mistakesOf(readText("~SEQ(i,1,${_RANDOM 2 3}) a"))).toEqual([]);
    expect(mistakesOf(readText("~SEQ(i,1,{{ count }}) a"))).toEqual([]);
  });

  test("of millions are cut", () => {
    expect(readText("~SEQ(i,1,99999999) ~SEQ(j,1,99999999) a").statements.length).toBeLessThan(200_000);
  });
});

describe("a backslash at the end of a line", () => {
  test("is a part of the word before it", () => {
    expect(read("priority 100 \\\nstate \t\\ ! note\nx")).toBe("[priority][100\\] [state\\] [x]");
    expect(read("vrrp_instance V \\\n{\n}")).toBe("[vrrp_instance][V\\]{}");
    expect(textOf(readText("priority 100  \\\n").statements[0]!.args[0]!.at)).toBe("100  \\");
  });

  test("is a word of its own after a quote or a brace, or alone", () => {
    expect(read('priority "100" \\\n\\\na { \\\n}')).toBe("[priority][100][\\] [\\] [a]{[\\]}");
  });
});

describe("conditions", () => {
  const text = "@one priority 1\n@two priority 2\n@^one state x\n@ one state y\n@\n";
  test("choose by the host name up to its first dot", () => {
    expect(read(text, "two.example.org")).toBe("[priority][2] [state][x]");
    expect(read(text, "one")).toBe("[priority][1]");
  });
  test("of a name that no line has read as the first that is named", () => {
    expect(read(text)).toBe("[priority][1]");
    expect(read(text, "elsewhere")).toBe("[priority][1]");
  });
  test("stand before definitions and come out of them", () => {
    expect(read("@one $P=1\n@^one $P=2\npriority $P", "one")).toBe("[priority][1]");
    expect(read("$ME=@one\n$ME priority 1\n@two x", "two")).toBe("[x]");
  });
});

describe("includes", () => {
  const part = (text: string, path = "part.conf") => [sourceOf(path, text)];
  test("stand in place of their line, in any block, and carry definitions both ways", () => {
    const files = { "d/*.conf": part("priority $P\n$Q=7") };
    const tree = readText("$P=5\nvrrp_instance V {\n  include d/*.conf\n  x $Q\n}", files);
    expect(shown(tree)).toBe("[vrrp_instance][V]{[priority][5] [x][7]}");
    expect(tree.statements[0]!.block!.statements[0]!.keyword.at.source.path).toBe("part.conf");
  });

  test("that find nothing are told, those that lead to the unknown are not", () => {
    expect(mistakesOf(readText("include /nope", { "/nope": [] }))).toEqual([
      "keepalived/include-missing 8 /nope: include /nope finds no file: what it should hold is not configured",
    ]);
    expect(mistakesOf(readText("include /unknown"))).toEqual([]);
    const { verdict } = readText("includer /nope", { "/nope": [] }).mistakes[0]!;
    expect(verdict).toBe("rejects");
    expect(readText('include "/a"', { '"/a"': [] }).mistakes[0]?.fix?.edits[0]?.text).toBe("/a");
  });

  test("that lead back to themselves end with a mistake", () => {
    const files = { "a.conf": part("x\ninclude a.conf", "a.conf") };
    const tree = readText("include a.conf", files);
    expect(shown(tree)).toBe("[x]");
    expect(mistakesOf(tree)[0]).toContain(
      "keepalived/include-cycle 10 a.conf: include a.conf leads back to a.conf",
    );
  });
});
