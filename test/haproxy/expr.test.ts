import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOf, span, textOf } from "../../parsers/core/source.ts";
import { addressOf } from "../../parsers/haproxy/address.ts";
import { cook } from "../../parsers/haproxy/cook.ts";
import { expressionOf } from "../../parsers/haproxy/expression.ts";
import { type Inner, innerOf } from "../../parsers/haproxy/inner.ts";
import { logFormatOf } from "../../parsers/haproxy/logformat.ts";
import { type PatternKind, patternProblem } from "../../parsers/haproxy/patterns.ts";
import { regexProblem } from "../../parsers/haproxy/regex.ts";
import { argumentFaults, flowOf, headOf, variableProblem } from "../../parsers/haproxy/samples.ts";

const inner = (raw: string): Inner => {
  const source = sourceOf("text", raw);
  const { value, quoted } = cook(raw);
  return innerOf({
    kind: "word",
    value,
    at: span(source, 0, raw.length),
    ...(quoted ? { quote: '"' as const } : {}),
  });
};
const sample = (raw: string) => expressionOf(inner(raw));

describe("expressions", () => {
  test("a fetch with arguments and converters, each at its place in the file", () => {
    const { fetch, converters, faults } = sample(`"req.hdr(host,-1),field(1,':'),lower"`);
    expect(faults).toEqual([]);
    expect(fetch!.name).toBe("req.hdr");
    expect(fetch!.args!.map(({ value, at }) => [value, textOf(at)])).toEqual([
      ["host", "host"],
      ["-1", "-1"],
    ]);
    expect(converters.map(({ name, args }) => [name, args?.map(({ value }) => value)])).toEqual([
      ["field", ["1", ":"]],
      ["lower", undefined],
    ]);
  });

  test.each([
    ["src,,lower", 0],
    ["src,", 0],
    ["src()", 0],
    ["src(", 1],
    ["src(a)b", 1],
    ["src, lower", 1],
    ["", 1],
    ["{src", 1],
  ])("%s has %d faults", (raw, count) => {
    expect(expressionOf(inner(raw)).faults).toHaveLength(count);
  });

  test.each([
    ["src(1)", "src takes no argument, and 1 is one more"],
    ["req.hdr(host,x)", "x is not an integer"],
    ["int", "int needs an integer"],
    ["str", undefined],
    ["be_conn", undefined],
    ["be_conn(app)", undefined],
    ["req.payload(0)", "req.payload needs 2 arguments: an integer is missing"],
    ["ipv4(1.1)", "1.1 is not an IPv4 address"],
  ])("the arguments of %s: %s", (raw, problem) => {
    const { fetch } = sample(raw);
    expect(argumentFaults(fetch!, headOf(fetch!.name, false)!.fetch)[0]?.message).toBe(problem);
  });

  test.each([
    ["src,ipmask(24)", "addr", 0],
    ["int(1),ipmask(24),lower", "str", 0],
    ["always_true,ipmask(24)", "addr", 1],
    ["bin(00),add(1)", "sint", 1],
    ["path,nonsense,lower", "str", 0],
  ])("%s gives %s with %d mismatches", (raw, type, count) => {
    const flow = flowOf(sample(raw), false);
    expect(flow.type).toBe(type);
    expect(flow.mismatches).toHaveLength(count);
  });

  test("a criterion of ACLs is known in ACLs only", () => {
    expect(headOf("path_beg", true)?.criterion?.method).toBe("beg");
    expect(headOf("path_beg", false)).toBeUndefined();
    expect(headOf("constructor", true)).toBeUndefined();
  });

  test.each([
    ["txn.a.b", undefined],
    ["foo.a", "must begin with a scope: proc. sess. txn. req. res. check."],
    ["req.", "has no name behind its scope"],
    ["txn.a-b", "must not hold -: letters, digits, _ and . only"],
  ])("the variable %s", (name, problem) => {
    expect(variableProblem(name)).toBe(problem);
  });
});

describe("log formats", () => {
  test("aliases, flags and expressions", () => {
    const { items, faults } = logFormatOf(inner(`"%ci_%{+Q,-E}r %[src,lower] %%x %-5ci"`));
    expect(faults).toEqual([]);
    expect(
      items.map(({ alias, flags, sample: one }) => [
        alias?.name,
        flags.map(({ value }) => value),
        one?.fetch?.name,
      ]),
    ).toEqual([
      ["ci", [], undefined],
      ["r", ["+Q", "-E"], undefined],
      [undefined, [], "src"],
    ]);
  });

  test.each([
    ['"50% sure"', 1],
    ["a%", 1],
    ["%5", 1],
    ["%[src", 1],
    ["%{+Q", 2],
    ['"%{+Q} ci"', 1],
    ["%[src]]", 0],
    ["%[str(a]b)]", 0],
    ["%%", 0],
    ["%_x", 0],
  ])("%s has %d faults", (raw, count) => {
    expect(logFormatOf(inner(raw)).faults).toHaveLength(count);
  });
});

describe("patterns", () => {
  test.each<[string, PatternKind, boolean]>([
    ["5", "number", true],
    ["1:9", "number", true],
    ["1-9", "number", true],
    [":9", "number", true],
    ["5:", "number", true],
    ["gt", "number", true],
    ["9:1", "number", false],
    [":", "number", false],
    ["1.5", "number", false],
    ["99999999999999999999", "number", false],
    ["3.1:3.3", "dotted", true],
    ["3..1", "dotted", false],
    ["10", "ip", true],
    ["10.256", "ip", true],
    ["10.0.0.0/8", "ip", true],
    ["10.0.0.0/255.0.255.0", "ip", true],
    ["::/0", "ip", true],
    ["app.internal.example", "ip", true],
    ["10.0.0.256", "ip", false],
    ["10.0.0.0/33", "ip", false],
    ["10.0.0.1:80", "ip", false],
    ["10.0.0.1,10.0.0.2", "ip", false],
    ["*", "ip", false],
    ["00ff", "hex", true],
    ["0x0", "hex", false],
  ])("%s as %s: %s", (value, kind, fine) => {
    expect(patternProblem(value, kind, false) === undefined).toBe(fine);
  });

  test.each([
    ["^/(a|b)[]x]$", true],
    ["a{,3}", true],
    ["a++", true],
    ["(?:a)+?", true],
    ["(?i)a", true],
    ["[[:alpha:]]+", true],
    ["\\(", true],
    ["(a", false],
    ["a)", false],
    ["[a", false],
    ["*a", false],
    ["a|*b", false],
    ["^/a**", false],
    ["a\\", false],
    ["[[:alpha:]", false],
  ])("the regular expression %s: %s", (text, fine) => {
    expect(regexProblem(text) === undefined).toBe(fine);
  });
});

test("no text makes a reader throw", () => {
  const alphabet = fc.constantFrom(..."ab1.,()[]{}%'\"\\$ :/@+-*!|#\t\n\u00a0é");
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 40 }), (text) => {
      const word = inner(text);
      expressionOf(word);
      logFormatOf(word);
      addressOf(word);
      regexProblem(text);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
