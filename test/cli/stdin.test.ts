import { describe, expect, test } from "vitest";
import { main } from "../../cli/main.ts";
import { folderOf } from "../workspace/toy.ts";
import { right, wrong } from "./run.ts";

const of = (node: string): string => `c/${node}/etc/keepalived/keepalived.conf`;

/** Runs halint with this on its standard input. */
async function given(text: string | Uint8Array, args: readonly string[], files: Record<string, string> = {}) {
  let out = "";
  let err = "";
  const code = await main(args, {
    cwd: folderOf(files),
    env: {},
    isTerminal: false,
    input: async () => Buffer.from(text as string),
    out: (more) => {
      out += more;
    },
    err: (more) => {
      err += more;
    },
  });
  return { code, out, err };
}
const lint = (text: string, path: string, files: Record<string, string> = {}, ...more: string[]) =>
  given(text, ["-", "--stdin-filename", path, "-f", "compact", ...more], files);

describe("standard input", () => {
  test("stands in for a file that is there, of which alone something is told", async () => {
    const { code, out } = await lint(wrong, of("a"), { [of("a")]: right, [of("b")]: wrong });
    expect(code).toBe(1);
    expect(out).toContain(`${of("a")}:3:5: error: unknown keyword virtual_router_idd`);
    expect(out).not.toContain(of("b"));
    const other = "d/b/etc/keepalived/keepalived.conf";
    expect(await lint(right, of("a"), { [of("a")]: wrong, [other]: wrong })).toMatchObject({ code: 0 });
  });

  test("may be a file that is not there yet", async () => {
    expect((await lint(wrong, of("new"))).out).toContain(`${of("new")}:3:5: error`);
    expect(await lint(right, of("new"))).toMatchObject({
      code: 0,
      out: expect.not.stringContaining("error"),
    });
  });

  test("is held against the other machines, those of the current folder or those that are named", async () => {
    const master = (interval: number) =>
      right.replace("interface eth0", `interface eth0\n    advert_int ${interval}`);
    const { out } = await lint(master(3), of("a"), { [of("a")]: master(1), [of("b")]: master(1) });
    expect(out).toContain("[cluster/advert-int-mismatch]");
    const named = await lint(master(3), of("a"), { [of("b")]: master(1) }, "c/b");
    expect(named.out).toContain("[cluster/advert-int-mismatch]");
    expect(named.out).not.toContain(`${of("b")}:`);
  });

  test("is of a format by its content as well", async () => {
    expect((await lint(wrong, "some.txt")).out).toContain("some.txt:3:5: error: unknown keyword");
    expect((await lint("nothing\n", "some.txt")).out).toContain("[file/unknown-format]");
  });

  test.each([
    ["no name", right, ["-"], "needs --stdin-filename"],
    ["a name without -", right, ["--stdin-filename", of("a")], "goes with -"],
    ["--fix", right, ["-", "--fix", "--stdin-filename", of("a")], "- and --fix do not go together"],
    ["--with-daemons", right, ["-", "--with-daemons", "--stdin-filename", of("a")], "--with-daemons do not"],
    [
      "what is no text",
      "a\0b",
      ["-", "--stdin-filename", of("a")],
      "standard input: this file holds NUL bytes",
    ],
  ])("%s is a mistake of the user", async (_, text, args, message) => {
    expect(await given(text, args)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(message),
    });
  });
});
