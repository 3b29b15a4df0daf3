import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, test, vi } from "vitest";
import { main } from "../../cli/main.ts";
import { rules } from "../../rules/index.ts";
import type { DocumentRule } from "../../rules/rule.ts";
import { fileProblems } from "../../workspace/problems.ts";
import { folderOf } from "../workspace/toy.ts";
import { right, run, wrong } from "./run.ts";

const file = "c/n/etc/keepalived/keepalived.conf";
const clean = { [file]: right };
const faulty = { [file]: wrong };
/** Two machines, each with a mistake that has one right answer. */
const renamed = `global_defs {\n    lvs_id LVS\n}\n${right}`;
const pair = {
  "c/zerg/etc/keepalived/keepalived.conf": renamed,
  "c/terran/etc/keepalived/keepalived.conf": renamed,
};
const seeds = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

describe("halint ends with", () => {
  test("0 and one line when clean: what was checked", async () => {
    expect(await run([], { files: clean })).toEqual({
      code: 0,
      out: "",
      err: "no findings: checked 1 file of 1 node in c\n",
    });
  });

  test("1 on a finding at the fail level or above it", async () => {
    const info = {
      [file]: Buffer.from(right.replace("{\n", "{ # M\xfcller\n"), "latin1") as unknown as string,
    };
    const codes = async (files: Record<string, string>) =>
      Promise.all(
        ["error", "warning", "info", "never"].map(
          async (level) => (await run(["--fail-level", level], { files })).code,
        ),
      );
    expect(await codes(faulty)).toEqual([1, 1, 1, 0]);
    expect(await codes(info)).toEqual([0, 0, 1, 0]);
  });

  test("1 at the level of halint.config, unless the command line says otherwise", async () => {
    const files = { ...faulty, "halint.config.json": '{ "fail-level": "never" }' };
    expect((await run([], { files })).code).toBe(0);
    expect((await run(["--fail-level", "error"], { files })).code).toBe(1);
  });

  test.each([
    [
      "a path that is missing",
      ["nowhere"],
      "nowhere:1:1: error: no such file or folder [file/missing]\n",
      "",
    ],
    ["a path that is missing among others", ["c", "nowhere"], "nowhere:1:1: error: no such", ""],
    ["nothing to check", ["empty"], "", "halint: nothing to check: no file that halint knows in empty\n"],
    ["an unknown option", ["--bogus"], "", "error: unknown option '--bogus'"],
    ["an unknown format", ["-f", "xml"], "", "Allowed choices are pretty, compact, json"],
    ["an unknown level", ["--fail-level", "fatal"], "", "Allowed choices are error, warning, info, never"],
    [
      "an unknown target",
      ["-t", "debian12"],
      "",
      'halint: unknown target "debian12"; did you mean "debian-12"?',
    ],
    ["a config that is missing", ["-c", "no.json"], "", "halint: "],
    ["an unknown rule", ["explain", "stray-brace"], "", 'did you mean "syntax/stray-brace"'],
  ])("2 on %s", async (_, args, out, err) => {
    const result = await run([...args, ...(args[0] === "explain" ? [] : ["-q", "--no-color"])], {
      files: { ...clean, "empty/x": "" },
    });
    expect(result.code).toBe(2);
    if (out)
      expect((await run([...args, "-f", "compact"], { files: { ...clean, "empty/x": "" } })).out).toContain(
        out,
      );
    expect(result.err).toContain(err);
    expect(result.err).not.toContain(" at ");
  });

  test("2 on a config that is wrong, with its line", async () => {
    const files = { ...clean, "halint.config.json": '{\n  "fail-levl": 1\n}' };
    expect(await run([], { files })).toEqual({
      code: 2,
      out: "",
      err: 'halint: halint.config.json:2:3: unknown key "fail-levl" in the file; did you mean "fail-level"?\n',
    });
  });

  test("2 on a fault of its own, told in a line; HALINT_DEBUG shows the stack", async () => {
    const broken = async (env: Record<string, string>) => {
      let err = "";
      const code = await main([], {
        cwd: folderOf(faulty),
        env,
        isTerminal: false,
        out: () => {
          throw new Error("disk full\u001b[2J");
        },
        err: (text) => {
          err += text;
        },
      });
      return { code, err };
    };
    expect(await broken({})).toEqual({
      code: 2,
      err: "halint: internal fault, please report it: disk full␛[2J (HALINT_DEBUG=1 shows where)\n",
    });
    expect((await broken({ HALINT_DEBUG: "1" })).err).toContain("main.test.ts");
  });

  test("2 on a rule that fails, which is named once; what the other rules found is printed", async () => {
    const rule = rules.find(({ id }) => id === "schema/missing-setting") as DocumentRule;
    const failing = vi.spyOn(rule, "check").mockImplementation(() => {
      throw new Error("no such block");
    });
    const { code, out, err } = await run(["-f", "compact"], { files: pair });
    failing.mockRestore();
    expect(code).toBe(2);
    expect(out).toContain("lvs_id");
    expect(err.split("\n").filter((line) => line.includes("failed"))).toEqual([
      "halint: rule schema/missing-setting failed: internal fault, please report it: no such block (HALINT_DEBUG=1 shows where)",
    ]);
  });
});

describe("halint prints", () => {
  test("findings to standard output, the count to standard error", async () => {
    const { out, err } = await run(["-f", "compact"], { files: faulty });
    expect(out).toMatch(
      /^c\/n\/etc\/keepalived\/keepalived\.conf:3:5: error: unknown keyword .* \[schema\/unknown-keyword\]$/m,
    );
    expect(err).toMatch(/^\d errors in 1 file of 1 node\b/);
  });

  test("errors only with --quiet", async () => {
    const latin1 = Buffer.from(`${wrong}# M\xfcller\n`, "latin1") as unknown as string;
    const { out, err } = await run(["-q", "-f", "compact"], { files: { [file]: latin1 } });
    expect(out).toContain(" error: ");
    expect(out).not.toContain(" info: ");
    expect(err).toBe("");
  });

  test("counts by node and the safe fixes", async () => {
    const { err } = await run([], { files: pair });
    expect(err).toMatch(/^.+ in 2 files of 2 nodes · terran: .+ · zerg: .+ · \d+ with a safe fix\n$/);
  });

  test("in colour on a terminal, and as the user says", async () => {
    const coloured = async (args: string[], isTerminal: boolean, env: Record<string, string> = {}) =>
      (await run(args, { files: faulty, isTerminal, env })).out.includes("\u001b[");
    expect(await coloured([], true)).toBe(true);
    expect(await coloured([], false)).toBe(false);
    expect(await coloured(["--color"], false)).toBe(true);
    expect(await coloured(["--no-color"], true)).toBe(false);
    expect(await coloured([], true, { NO_COLOR: "1" })).toBe(false);
    expect(await coloured([], true, { NO_COLOR: "" })).toBe(true);
    expect(await coloured([], true, { TERM: "dumb" })).toBe(false);
    expect(await coloured([], false, { FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured([], false, { FORCE_COLOR: "0" })).toBe(false);
    expect(await coloured([], true, { NO_COLOR: "1", FORCE_COLOR: "1" })).toBe(false);
    expect(await coloured(["--color"], false, { NO_COLOR: "1" })).toBe(true);
  });

  test("JSON as its published schema says", async () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv().compile(schema);
    for (const [args, files] of [
      [["."], pair],
      [["."], clean],
      [["nowhere"], clean],
      [["empty"], { "empty/x": "" }],
    ] as const) {
      const report = JSON.parse((await run([...args, "-f", "json"], { files })).out);
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    }
    const { findings, nodes, summary } = JSON.parse((await run(["-f", "json"], { files: pair })).out);
    expect(nodes.map((node: { name: string }) => node.name)).toEqual(["terran", "zerg"]);
    expect(summary.error + summary.warning + summary.info).toBe(findings.length);
    expect(
      findings.every(({ node, path }: { node: string; path: string }) => path.includes(`/${node}/`)),
    ).toBe(true);
  });

  test("the version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test("help", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of ["--fail-level", "--target", "debian-12", "explain", "rules", "nodes"])
      expect(out).toContain(word);
  });
});

describe("halint explain", () => {
  test("prints the page of a rule", async () => {
    const page = (id: string) => new URL(`../../rules/${id}.md`, import.meta.url);
    const { id } = rules.find((rule) => existsSync(page(rule.id)))!;
    expect(await run(["explain", id])).toEqual({ code: 0, out: readFileSync(page(id), "utf8"), err: "" });
  });

  test.each(Object.keys(fileProblems))("tells of %s", async (id) => {
    const { code, out } = await run(["explain", id]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^# ${id}\n\n[A-Z].*\\.\n\n## Why\n\n[A-Z]`));
  });

  test("reads nothing but pages", async () => {
    expect(await run(["explain", "../README"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("halint rules", () => {
  test("lists every rule with severity, verdict and summary", async () => {
    const { code, out } = await run(["rules"]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(rules.length + Object.keys(fileProblems).length);
    for (const { id, severity, summary } of rules)
      expect(lines.find((line) => line.startsWith(`${id} `))).toMatch(
        new RegExp(`${severity} .* ${escaped(summary)}$`),
      );
  });

  test("as JSON", async () => {
    const listed = JSON.parse((await run(["rules", "-f", "json"])).out);
    expect(listed[0]).toEqual({
      id: rules[0]!.id,
      severity: rules[0]!.severity,
      daemon: expect.any(String),
      summary: rules[0]!.summary,
    });
  });
});

describe("halint nodes", () => {
  test.skipIf(!existsSync(seeds)).each([
    ["lvs-dr", ["protoss", "supermente", "terran", "zerg"]],
    ["lvs-dr-as-printed", ["supermente", "zerg"]],
    ["lvs-dr-section-6", ["protoss"]],
    ["haproxy-keepalived", ["server1", "server2"]],
    ["galera-pacemaker", ["nodoha", "nodoha2", "nodoha3"]],
  ])("reads %s as one cluster", async (name, nodes) => {
    const listed = JSON.parse((await run(["nodes", `${seeds}/${name}`, "-f", "json"])).out);
    expect([...new Set(listed.map(({ cluster }: { cluster: string }) => cluster))]).toEqual([name]);
    expect(listed.map((node: { name: string }) => node.name).filter(Boolean)).toEqual(nodes);
  });

  test("tells whose each file is and why", async () => {
    const files = { ...clean, "c/n/etc/hostname": "zerg\n", "c/n/etc/keepalived/a.conf": "" };
    const { code, out, err } = await run(["nodes"], { files });
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual(
      expect.arrayContaining([
        "cluster c  one machine",
        "  node zerg  c/n/etc/hostname says so",
        "    c/n/etc/keepalived/a.conf  keepalived.conf  told by its path, included by nothing here",
        "    c/n/etc/keepalived/keepalived.conf  keepalived.conf  told by its path",
      ]),
    );
  });

  test("ends with 2 where there is nothing", async () => {
    expect((await run(["nodes"], { files: { x: "" } })).code).toBe(2);
    expect(await run(["nodes", "nowhere"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("file/missing"),
    });
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
