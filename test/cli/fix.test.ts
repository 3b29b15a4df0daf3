import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../workspace/toy.ts";
import { run } from "./run.ts";

const vrrp = (...lines: string[]): string => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
${lines.map((line) => `    ${line}\n`).join("")}    virtual_ipaddress {
        192.0.2.1/24
    }
}
`;
const path = "a/etc/keepalived/keepalived.conf";
const unused = "# halint-disable-line schema/unknown-keyword";
const before = vrrp(unused, "advert_int 1");
const after = vrrp("advert_int 1");
const read = (cwd: string, name = path): string => readFileSync(join(cwd, name), "utf8");

describe("halint --fix", () => {
  test("writes what is safe, tells what is left, and finds nothing to do the second time", async () => {
    const cwd = folderOf({
      [path]: before
        .replace("advert_int 1", "advert_jitter 1")
        .replace(unused, "# halint-disable-line schema/wrong-value"),
    });
    const first = await run(["--fix"], { cwd });
    expect(first.err).toContain("1 finding fixed in 1 file\n");
    expect(first.out).toContain("unknown keyword advert_jitter");
    expect(first.code).toBe(1);
    expect(read(cwd)).toBe(vrrp("advert_jitter 1"));
    const { mtimeMs } = statSync(join(cwd, path));
    expect((await run(["--fix"], { cwd })).err).toContain("nothing to fix\n");
    expect(statSync(join(cwd, path)).mtimeMs).toBe(mtimeMs);
  });

  test("leaves what is only offered to --unsafe-fixes", async () => {
    const cwd = folderOf({ [path]: vrrp("advert_intt 1") });
    expect((await run(["--fix"], { cwd })).err).toContain("nothing to fix");
    expect((await run(["--unsafe-fixes"], { cwd })).code).toBe(0);
    expect(read(cwd)).toBe(after);
  });

  test("knows an error that a fix has moved for what it was", async () => {
    const name = "lb/etc/haproxy/haproxy.cfg";
    const text = (check: string): string =>
      `global
    maxconn 100
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout http-request 10s
    timeout server 30s
frontend f
    bind :80
    default_backend b
backend b
    balance roundrobin
    server s1 10.0.0.1:80 ${check}
backend c
    mode foo
    server s1 10.0.0.2:80 check
`;
    const cwd = folderOf({ [name]: text("chek") });
    const { out, err } = await run(["--unsafe-fixes"], { cwd });
    expect(err).toContain("1 finding fixed in 1 file\n");
    expect(out).toContain("foo");
    expect(read(cwd, name)).toBe(text("check"));
  });

  test("prints with --diff what it would do, and does not", async () => {
    const cwd = folderOf({ [path]: before });
    const { code, out } = await run(["--diff"], { cwd });
    expect(out).toBe(
      `--- ${path}\n+++ ${path}\n@@ -1,7 +1,6 @@\n vrrp_instance VI_1 {\n     interface eth0\n     virtual_router_id 51\n-    ${unused}\n     advert_int 1\n     virtual_ipaddress {\n         192.0.2.1/24\n`,
    );
    expect(code).toBe(1);
    expect(read(cwd)).toBe(before);
    expect(await run(["--diff"], { files: { [path]: after } })).toMatchObject({ code: 0, out: "" });
  });

  test("prints no secret", async () => {
    const auth = ["authentication {", "    auth_type PASS", "    auth_pass s3cr3tpw", `    ${unused}`, "}"];
    const { out } = await run(["--diff"], { files: { [path]: vrrp(...auth) } });
    expect(out).toContain(`-        ${unused}`);
    expect(out).not.toContain("s3cr");
  });

  test("keeps line ends, mode, links, and what stands beside", async () => {
    const cwd = folderOf({
      "real/k.conf": before.replaceAll("\n", "\r\n"),
      "b/etc/keepalived/keepalived.conf": before,
    });
    mkdirSync(join(cwd, "a/etc/keepalived"), { recursive: true });
    symlinkSync("../../../real/k.conf", join(cwd, path));
    chmodSync(join(cwd, "real/k.conf"), 0o640);
    linkSync(join(cwd, "b/etc/keepalived/keepalived.conf"), join(cwd, "hard"));
    await run(["--fix"], { cwd });
    expect(lstatSync(join(cwd, path)).isSymbolicLink()).toBe(true);
    expect(read(cwd)).toBe(after.replaceAll("\n", "\r\n"));
    expect(statSync(join(cwd, "real/k.conf")).mode & 0o777).toBe(0o640);
    expect(read(cwd, "hard")).toBe(after);
  });

  test("leaves files that are not below its paths, and those whose bytes are not sure", async () => {
    const cwd = folderOf({
      [path]: "include /etc/keepalived/more/*.conf\n",
      "a/etc/keepalived/more/x.conf": before,
    });
    await run(["--fix", path], { cwd });
    expect(read(cwd, "a/etc/keepalived/more/x.conf")).toBe(before);
    const latin = Buffer.from(`# \xe9\n${before}`, "latin1");
    const other = folderOf({ [path]: latin });
    await run(["--fix"], { cwd: other });
    expect(readFileSync(join(other, path))).toEqual(latin);
  });
});
