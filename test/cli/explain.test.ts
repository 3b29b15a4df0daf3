import { describe, expect, test } from "vitest";
import { pageOf } from "../../cli/pages.ts";
import { rules } from "../../rules/index.ts";
import { fileProblems } from "../../workspace/problems.ts";
import { run } from "./run.ts";

const rooms = new Set(
  [...rules.map(({ id }) => id), ...Object.keys(fileProblems)].map((id) => id.split("/")[0]!),
);

describe("halint explain", () => {
  test("has a wrong and a right example for every rule", () => {
    const lacking = rules.filter(({ id }) => {
      const page = pageOf(id);
      const [, wrong = "", right = ""] = /\n## Wrong\n([\s\S]*?)\n## Right\n([\s\S]*)$/.exec(page) ?? [];
      return !wrong.includes("```") || !right.includes("```");
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  test("lists the rooms without a rule, and the rules of a room", async () => {
    const { code, out, err } = await run(["explain"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const listed = out.split("\n\n")[0]!.split("\n");
    expect(listed.map((line) => line.split(/\s/)[0])).toEqual([...rooms]);
    for (const line of listed) expect(line).toMatch(/^\S+ +\d+ rules? {2}\S/);
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith("keepalived/"));
    for (const name of ["keepalived", "keepalived/", "keepalived/*"])
      expect((await run(["explain", name])).out.match(/^\S+/gm)).toEqual(ids);
  });

  test("paints a page on a terminal, and takes the marks of Markdown away, without links", async () => {
    const [id, env] = ["keepalived/vrid-reused", { TERM: "xterm-kitty" }] as const;
    const { out } = await run(["explain", id], { isTerminal: true, env });
    expect(out.startsWith(`\x1b[1m${id}\x1b[22m\n`)).toBe(true);
    expect(out).toMatch(/\n {4}vrrp_instance /);
    expect(out).toMatch(/\n +\x1b\[1m\x1b\[34m\^+ info: /);
    expect(out).not.toMatch(/```|\*\*|\]\(|\x1b\]8/);
    for (const given of [{ env: { ...env, NO_COLOR: "1" }, isTerminal: true }, {}])
      expect((await run(["explain", id], given)).out).toBe(pageOf(id));
    expect((await run(["explain", id, "--no-color"], { isTerminal: true })).out).toBe(pageOf(id));
    expect((await run(["explain", id, "--color"])).out).toBe(out);
  });

  test.each([
    ["keepalived/vrid-reusd", 'did you mean "keepalived/vrid-reused"?'],
    ["vrid-reused", 'did you mean "keepalived/vrid-reused"?'],
    ["keepalivd", 'unknown rule "keepalivd"'],
  ])("tells what %s may have meant", async (name, hint) => {
    expect(await run(["explain", name])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(hint),
    });
  });
});
