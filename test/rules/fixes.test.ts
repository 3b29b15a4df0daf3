import { describe, expect, test } from "vitest";
import { sourceOf, span } from "../../parsers/core/source.ts";
import { applyEdits } from "../../rules/fix.ts";
import { added, fixAll } from "../../rules/fixes.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import { formatOf } from "../../scripts/measure/corpus.ts";
import { proofOf } from "../../scripts/measure/fixProof.ts";
import { clusterSubjects, corpusSubjects } from "../../scripts/measure/fixSubjects.ts";
import { isAbout, mendedBy, without } from "../../scripts/measure/hidden.ts";
import { mutantsOf } from "../../scripts/measure/mutants.ts";

interface Toy {
  readonly rule: string;
  readonly found: RegExp;
  readonly severity?: Severity;
  readonly to?: string;
  readonly everywhere?: true;
}

/** Findings of toy rules over texts by path: each match of a pattern, with a fix that replaces it. */
function judgeOf(files: Readonly<Record<string, string>>, rules: readonly Toy[]) {
  return async (texts: ReadonlyMap<string, string>): Promise<Finding[]> => {
    const sources = Object.entries(files).map(([path, text]) => sourceOf(path, texts.get(path) ?? text));
    return sources.flatMap((source) =>
      rules.flatMap(({ rule, found, severity = "warning", to, everywhere }) =>
        [...source.text.matchAll(found)].map((match): Finding => {
          const at = span(source, match.index, match.index + match[0].length);
          const all = everywhere
            ? sources.flatMap((one) =>
                [...one.text.matchAll(found)].map((m) => span(one, m.index, m.index + m[0].length)),
              )
            : [at];
          const edits = all.map((one) => ({ at: one, text: to ?? "" }));
          const common = { rule, severity, message: match[0], at, related: [], daemon: "silent" } as const;
          return to === undefined ? common : { ...common, fix: { title: `write ${to}`, safe: true, edits } };
        }),
      ),
    );
  };
}

const run = (files: Readonly<Record<string, string>>, rules: readonly Toy[]) =>
  fixAll({ judge: judgeOf(files, rules), wanted: () => true, mayEdit: ({ path }) => !path.startsWith("/") });

const textsOf = ({ groups }: Awaited<ReturnType<typeof run>>) =>
  groups.map((group) => Object.fromEntries(group.map(({ path, after }) => [path, after])));

describe("fixes", () => {
  test("that overlap are applied one after the other", async () => {
    const rules = [
      { rule: "a", found: /xy/g, to: "z" },
      { rule: "b", found: /yx/g, to: "z" },
    ];
    const fixed = await run({ f: "xyx yx" }, rules);
    expect(textsOf(fixed)).toEqual([{ f: "zx z" }]);
    expect(fixed.applied.length).toBe(2);
    const nested = await run({ f: "((a))" }, [{ rule: "a", found: /\(\w+\)/g, to: "a" }]);
    expect(textsOf(nested)).toEqual([{ f: "a" }]);
    expect(nested.applied.length).toBe(2);
  });

  test("that would add an error are taken back, the others stay", async () => {
    const fixed = await run({ f: "a b c d" }, [
      { rule: "harmless", found: /[abd]/g, to: "-" },
      { rule: "harmful", found: /c/g, to: "!" },
      { rule: "wrong", found: /!/g, severity: "error" },
    ]);
    expect(textsOf(fixed)).toEqual([{ f: "- - c -" }]);
    expect(fixed.refused.map(({ finding, error }) => [finding.rule, error?.rule])).toEqual([
      ["harmful", "wrong"],
    ]);
  });

  test("that are right only after others are tried again", async () => {
    const fixed = await run({ f: "a\nb\nc" }, [
      { rule: "early", found: /a/g, to: "A" },
      { rule: "first", found: /b/g, to: "B" },
      { rule: "harmful", found: /c/g, to: "!" },
      { rule: "wrong", found: /!|A\nb/g, severity: "error" },
    ]);
    expect(textsOf(fixed)).toEqual([{ f: "A\nB\nc" }]);
    expect(fixed.refused.map(({ finding }) => finding.rule)).toEqual(["harmful"]);
  });

  test("after which the same is found again are taken back, the others stay", async () => {
    const rules = [
      { rule: "vain", found: /x/g, to: "-x" },
      { rule: "good", found: /[ab]/g, to: "-" },
      { rule: "undone", found: /-/g },
    ];
    const fixed = await run({ f: "a x b" }, rules);
    expect(textsOf(fixed)).toEqual([{ f: "- x -" }]);
    expect(fixed.applied.map(({ rule }) => rule)).toEqual(["good", "good"]);
    expect(fixed.refused.map(({ finding, error }) => [finding.rule, error])).toEqual([["vain", undefined]]);
  });

  test("that undo each other do not go on for ever, and the second run does nothing", async () => {
    const rules = [
      { rule: "a", found: /a/g, to: "b" },
      { rule: "b", found: /b/g, to: "a" },
    ];
    const fixed = await run({ f: "a" }, rules);
    const [texts] = textsOf(fixed);
    expect(textsOf(await run({ f: texts?.f ?? "a" }, rules)).length).toBeLessThanOrEqual(1);
    expect(fixed.refused.length).toBe(1);
    const growing = await run({ f: "a" }, [{ rule: "a", found: /a+/g, to: "aa" }]);
    expect(growing.applied.length).toBeLessThanOrEqual(10);
  });

  test("of several files are one group, and none where one of them must stay", async () => {
    const rules = [{ rule: "all", found: /x/g, to: "y", everywhere: true as const }];
    expect(textsOf(await run({ f: "x", g: "x", h: "a" }, rules))).toEqual([{ f: "y", g: "y" }]);
    expect(textsOf(await run({ f: "x", "/g": "x" }, rules))).toEqual([]);
    const apart = [{ rule: "one", found: /x/g, to: "y" }];
    expect(textsOf(await run({ f: "x", g: "x" }, apart))).toEqual([{ f: "y" }, { g: "y" }]);
  });
});

test("a fix ends its lines as the file does", () => {
  const insert = (text: string) =>
    applyEdits(text, [{ at: span(sourceOf("f", text), 1, 1), text: "\nb\r\n" }]);
  expect(insert("a\r\nc\r\n")).toBe("a\r\nb\r\n\r\nc\r\n");
  expect(insert("a\nc\r\n")).toBe("a\nb\r\n\nc\r\n");
});

test("what a fix adds is told by where it would have stood before", async () => {
  const rules = [
    { rule: "e", found: /!/g, severity: "error" as const },
    { rule: "a", found: /a/g, to: "aaa" },
  ];
  const before = await judgeOf({ f: "a ! a !" }, rules)(new Map());
  const fixable = before.flatMap((one) => (one.fix ? [{ fix: one.fix }] : []));
  const after = async (text: string) => judgeOf({ f: text }, [rules[0]!])(new Map());
  expect(added(before, await after("aaa ! aaa !"), fixable)).toEqual([]);
  expect(added(before, await after("aaa ! aaa !!"), fixable).length).toBe(1);
  expect(added(before, await after("!aa ! aaa !"), fixable).length).toBe(1);
});

test("what a mistake hid is told from what its fix causes", async () => {
  const proof = async (text: string, found: RegExp) => {
    const judge = judgeOf({ f: text }, [
      { rule: "mistake", found: /bad/g, to: "good" },
      { rule: "other", found },
    ]);
    const findings = new Map<string, Finding[]>();
    for (const one of [text, text.replace("bad", "good"), text.replace(/bad.*/, "")])
      findings.set(one, await judge(new Map([["f", one]])));
    return proofOf({
      kind: "toy",
      name: "f",
      files: { f: text },
      judge: ({ f = "" }) => findings.get(f) ?? [],
      treeOf: () => undefined,
    });
  };
  const caused = await proof("bad 1\nlast 2\n", /(?<=good 1\nlast )2/g);
  expect(caused.wrong.map(({ pair }) => pair)).toEqual(["mistake → adds other"]);
});

test("a finding is about the statement that was mended, with its block, or names it", () => {
  const text = "a {\n  b 1\n}\nc 2\n";
  const tree = formatOf("keepalived").parse(sourceOf("f", text));
  const mended = mendedBy([{ at: span(sourceOf("f", "x {\n"), 0, 1), text: "a" }], () => tree);
  const finding = (word: string, related = word): Finding => {
    const at = (one: string) => span(tree.source, text.indexOf(one), text.indexOf(one) + 1);
    return {
      rule: "r",
      severity: "info",
      message: "",
      at: at(word),
      related: [{ at: at(related), message: "" }],
      daemon: "silent",
    };
  };
  expect(isAbout(finding("b"), mended)).toBe(true);
  expect(isAbout(finding("2"), mended)).toBe(false);
  expect(isAbout(finding("2", "b"), mended)).toBe(true);
  expect(without(text, mended[0]?.ranges ?? [])).toBe("\n\n\nc 2\n");
});

test("on mutants of the corpus every fix removes its finding, adds no error and is done once", async () => {
  const small = corpusSubjects(3_000).filter(({ kind }) => kind !== "cib");
  const wrong = [];
  for (const subject of mutantsOf(small, 60, 12)) wrong.push(...(await proofOf(subject)).wrong);
  expect(wrong).toEqual([]);
}, 120_000);

test("on whole clusters every fix, with that of the other machines, is one that needs not be taken back", async () => {
  const known = new Set<string>();
  for (const subject of clusterSubjects()) {
    const { wrong, takenBack } = await proofOf(subject, known);
    expect([...wrong, ...takenBack]).toEqual([]);
  }
}, 120_000);
