import {
  chmodSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../cli/main.ts";
import { rewrite } from "../../cli/write.ts";
import { folderOf } from "../workspace/toy.ts";
import { right, run } from "./run.ts";

const file = "n/etc/keepalived/keepalived.conf";
const untidy = right.replace("    interface", "  interface").replace("51\n", "51  \n");
const read = (cwd: string, path = file): string => readFileSync(join(cwd, path), "utf8");

describe("halint fmt", () => {
  test("writes what changes, tells it, and is done the second time", async () => {
    const cwd = folderOf({ [file]: untidy, "n/etc/hosts": "192.0.2.1 a\n" });
    expect(await run(["fmt"], { cwd })).toEqual({
      code: 0,
      out: `formatted ${file}\n`,
      err: "1 file formatted, 1 as it should be\n",
    });
    expect(read(cwd)).toBe(right);
    expect(await run(["fmt", "n"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "0 files formatted, 2 as it should be\n",
    });
  });

  test("--check writes nothing and ends with 1", async () => {
    const cwd = folderOf({ [file]: untidy });
    expect(await run(["fmt", "--check"], { cwd })).toEqual({
      code: 1,
      out: `would format ${file}\n`,
      err: "1 file to format, 0 as it should be\n",
    });
    expect(read(cwd)).toBe(untidy);
    expect((await run(["fmt", "--check"], { files: { [file]: right } })).code).toBe(0);
  });

  test("--diff prints what would change, secrets masked", async () => {
    const text = untidy.replace("    virtual_router_id", "   auth_pass hunter22\n    virtual_router_id");
    const cwd = folderOf({ [file]: `${text}\n\n` });
    const { code, out } = await run(["fmt", "--diff"], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(`--- ${file}
+++ ${file}
@@ -1,10 +1,8 @@
 vrrp_instance VI_1 {
-  interface eth0
-   auth_pass •••
-    virtual_router_id 51  
+    interface eth0
+    auth_pass •••
+    virtual_router_id 51
     virtual_ipaddress {
         192.0.2.1/24
     }
 }
-
-
`);
    expect(read(cwd)).toBe(`${text}\n\n`);
    expect((await run(["fmt", "--diff", "--check"], { cwd })).code).toBe(1);
  });

  test("--indent and --align", async () => {
    const cwd = folderOf({ [file]: right });
    await run(["fmt", "--indent", "tab"], { cwd });
    expect(read(cwd)).toBe(right.replaceAll("    ", "\t"));
    await run(["fmt", "--indent", "2", "--align"], { cwd });
    expect(read(cwd)).toContain("  interface         eth0\n  virtual_router_id 51\n");
    expect((await run(["fmt", "--indent", "0"], { cwd })).code).toBe(2);
  });

  test("leaves a file with a mistake, tells where, and ends with 2", async () => {
    const broken = untidy.replace(/\}\n$/, "");
    const cwd = folderOf({ [file]: broken });
    const { code, err } = await run(["fmt"], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      `${file}:1:20: this { is never closed: not formatted\n0 files formatted, 0 as it should be, 1 left as it is\n`,
    );
    expect(read(cwd)).toBe(broken);
  });

  test("names what is missing or unknown", async () => {
    expect((await run(["fmt", "nowhere"])).err).toContain("nowhere:1:1: error: no such file or folder");
    expect(await run(["fmt"])).toEqual({ code: 2, out: "", err: "halint: nothing to format in .\n" });
  });

  test("formats a file that is named, not those that it includes", async () => {
    const part = "n/etc/keepalived/conf.d/a.conf";
    const cwd = folderOf({ [file]: `include conf.d/*.conf\n${untidy}`, [part]: untidy });
    await run(["fmt", file], { cwd });
    expect(read(cwd)).toBe(`include conf.d/*.conf\n${right}`);
    expect(read(cwd, part)).toBe(untidy);
  });

  test("does not write bytes that it had to guess", async () => {
    const bytes = Buffer.from(`# M\xfcller\n${untidy}`, "latin1");
    const cwd = folderOf({ [file]: bytes as unknown as string });
    expect((await run(["fmt"], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, file)).equals(bytes)).toBe(true);
  });
});

describe("halint fmt -", () => {
  const piped = async (args: readonly string[], text: string | Uint8Array) => {
    let out = "";
    let err = "";
    const code = await main(["fmt", "-", ...args], {
      cwd: "/nowhere",
      env: {},
      isTerminal: false,
      input: async () => Buffer.from(text),
      out: (more) => {
        out += more;
      },
      err: (more) => {
        err += more;
      },
    });
    return { code, out, err };
  };

  test("prints what it reads, laid out", async () => {
    expect(await piped(["--stdin-filename", file], untidy)).toEqual({ code: 0, out: right, err: "" });
    expect(await piped(["--stdin-filename", "/etc/hosts"], "\ufeff::1 a  \r\n")).toEqual({
      code: 0,
      out: "\ufeff::1 a\r\n",
      err: "",
    });
    expect(await piped(["--check", "--stdin-filename", file], untidy)).toEqual({ code: 1, out: "", err: "" });
  });

  test("prints a file with a mistake, or of a format that is not laid out, as it is", async () => {
    expect(await piped(["--stdin-filename", file], "a {  \n")).toEqual({
      code: 2,
      out: "a {  \n",
      err: `${file}:1:3: this { is never closed: not formatted\n`,
    });
    const sysctl = " a = 1  \n";
    expect((await piped(["--stdin-filename", "/etc/sysctl.conf"], sysctl)).out).toBe(sysctl);
  });

  test("needs a name that tells the format, and UTF-8", async () => {
    expect((await piped([], right)).err).toContain("- needs --stdin-filename");
    expect((await piped(["--stdin-filename", "x"], "?")).code).toBe(2);
    expect((await piped(["--stdin-filename", file], Uint8Array.of(0xff))).err).toContain("not UTF-8");
  });
});

describe("writing", () => {
  test("keeps mode and owner, and leaves no file of its own", () => {
    const cwd = folderOf({ a: "old\n" });
    chmodSync(join(cwd, "a"), 0o640);
    rewrite(join(cwd, "a"), "old\n", "new\n");
    expect(read(cwd, "a")).toBe("new\n");
    expect(statSync(join(cwd, "a")).mode & 0o7777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(["a"]);
  });

  test("writes the target of a symbolic link, and a file with another name in place", () => {
    const cwd = folderOf({ a: "old, and longer\n", b: "old\n" });
    symlinkSync("a", join(cwd, "link"));
    linkSync(join(cwd, "b"), join(cwd, "hard"));
    rewrite(join(cwd, "link"), "old, and longer\n", "new\n");
    rewrite(join(cwd, "b"), "old\n", "new\n");
    expect(lstatSync(join(cwd, "link")).isSymbolicLink()).toBe(true);
    expect(read(cwd, "a")).toBe("new\n");
    expect(read(cwd, "hard")).toBe("new\n");
    expect(statSync(join(cwd, "b")).nlink).toBe(2);
  });

  test("refuses a file that has changed meanwhile", () => {
    const cwd = folderOf({ a: "old\n" });
    writeFileSync(join(cwd, "a"), "other\n");
    expect(() => rewrite(join(cwd, "a"), "old\n", "new\n")).toThrow("changed since");
    expect(read(cwd, "a")).toBe("other\n");
  });
});
