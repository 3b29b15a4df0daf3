import { describe, expect, test } from "vitest";
import { shellTree } from "../../parsers/core/shell.ts";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { haproxyDefault, ipvsadmDefault, o2cb } from "../../parsers/shellvars/index.ts";
import { lintText } from "../support/cluster.ts";

const parse = (text: string) => o2cb.parse(sourceOf("o2cb", text));
const settings = (text: string) =>
  Object.fromEntries([...o2cb.model(parse(text))].map(([name, { value }]) => [name, value]));
const rules = (text: string, format = o2cb) => lintText(format, text).map(({ rule }) => rule);

describe("sh's words", () => {
  const words = (text: string) =>
    shellTree(sourceOf("x", text)).statements.map(({ keyword, args }) =>
      [keyword, ...args].map(({ value }) => value),
    );

  test.each<[string, string, string[][]]>([
    ["quotes", `echo 'a b' "c \\"d\\"" e\\ f`, [["echo", "a b", 'c "d"', "e f"]]],
    ["comments", "a # b\n#c\nd#e", [["a"], ["d#e"]]],
    ["continuation", "a \\\n b\\\nc", [["a", "bc"]]],
    ["separators", "a; b && c || d | e &", [["a"], ["b", "&&"], ["c", "||"], ["d", "|"], ["e", "&"]]],
    ["substitution", 'a "$(b; c)" `d; e` ${f:-g}', [["a", "$(b; c)", "`d; e`", "${f:-g}"]]],
    ["redirection", "a >b 2>&1", [["a", ">", "b", "2>&1"]]],
    ["here-document", "cat <<EOF\nmount -a\nEOF\nb", [["cat", "<<EOF\nmount -a\nEOF"], ["b"]]],
    ["a string over lines", "a='b\nc' d", [["a=b\nc", "d"]]],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("a word with a substitution is a hole", () => {
    const [command] = shellTree(sourceOf("x", "a $b '$c' \\$d \"$e\"")).statements;
    expect(command?.args.map(({ hole }) => hole ?? false)).toEqual([true, false, false, true]);
  });

  test("an unclosed quote is told where the quotes went out of step", () => {
    const [mistake] = parse('A="x\nB="y"\nC=1\n').mistakes;
    expect(mistake?.rule).toBe("syntax/unclosed-quote");
    expect(textOf(mistake!.at)).toBe('"x');
    expect(rules('O2CB_ENABLED="true\n')).toContain("syntax/unclosed-quote");
    expect(rules('O2CB_BOOTCLUSTER="web\n')).toEqual(["syntax/unclosed-quote"]);
  });
});

describe("assignments", () => {
  test("quotes, export, several on a line, the last one counts", () => {
    expect(settings("A='x y'\nexport B=\"z\"\nC=1 D=2; E=3 # F=4\nA=w\nG=\n")).toEqual({
      A: "w",
      B: "z",
      C: "1",
      D: "2",
      E: "3",
    });
  });

  test("a value with a substitution is not known", () => {
    expect(settings('A=1\nA="$B"\n')).toEqual({});
  });

  test("the value's place is told without its name", () => {
    const [statement] = parse("  O2CB_ENABLED='yes'\n").statements;
    expect(textOf(statement!.keyword.at)).toBe("O2CB_ENABLED");
    expect(textOf(statement!.args[0]!.at)).toBe("'yes'");
    expect(statement!.args[0]!.value).toBe("yes");
  });

  test.each([
    ["X = y", "shellvars/spaced-assignment"],
    ["X =y", "shellvars/spaced-assignment"],
    ["X= y", "shellvars/spaced-assignment"],
    ["X=a b", "shellvars/unquoted-blank"],
  ])("%s is a command to sh", (text, rule) => {
    expect(rules(`${text}\n`)).toEqual([rule]);
  });

  test.each(["X=y", "X='a b'", "export X=y", "[ -f /x ] && X=y", ". /etc/x", "X=y >/dev/null", "test a = b"])(
    "%s is none of our business",
    (text) => expect(rules(`${text}\n`)).toEqual([]),
  );

  test("systemd takes blanks for what they were meant", () => {
    expect(rules("EXTRAOPTS=-de -m 16\n", haproxyDefault)).toEqual([]);
    expect(rules("EXTRAOPTS=-de -m 16\n", ipvsadmDefault)).toEqual(["shellvars/unquoted-blank"]);
  });
});

describe("variables", () => {
  test("strange ones are left alone, misspelt ones are not", () => {
    expect(rules("PATH=/bin\nMY_O2CB=1\n")).toEqual([]);
    expect(rules("O2CB_FOO=1\n")).toEqual(["o2cb/unknown-variable"]);
    expect(rules("O2CBENABLED=true\n")).toEqual(["o2cb/unknown-variable"]);
    expect(rules("DEAMON=none\n", ipvsadmDefault)).toEqual(["schema/unknown-keyword"]);
    expect(rules("EXTRAOPT=-d\n", haproxyDefault)).toEqual(["schema/unknown-keyword"]);
    expect(rules("ENABLED=1\n", haproxyDefault)).toEqual([]);
  });

  test.each([
    ["O2CB_HEARTBEAT_THRESHOLD=6", ["o2cb/threshold-low"]],
    ["O2CB_HEARTBEAT_THRESHOLD=7", []],
    ["O2CB_HEARTBEAT_THRESHOLD=31s", ["schema/wrong-value"]],
    ["O2CB_HEARTBEAT_THRESHOLD=", []],
    ["O2CB_IDLE_TIMEOUT_MS=30", ["o2cb/timeout-low", "o2cb/idle-not-above-keepalive"]],
    ["O2CB_KEEPALIVE_DELAY_MS=30000", ["o2cb/idle-not-above-keepalive"]],
    ["O2CB_ENABLED=True", ["o2cb/enabled-value"]],
    ["O2CB_ENABLED=no", []],
    ["O2CB_STACK=o2cd", ["schema/wrong-value"]],
  ])("%s", (text, expected) => {
    expect(rules(`${text}\n`).sort()).toEqual([...expected].sort());
  });
});
