import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatNames } from "../../cli/options.ts";
import { folderOf } from "../workspace/toy.ts";
import { right, wrong } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
/** Outside the project, so that nothing of node_modules can be found from there. */
const built = mkdtempSync(join(tmpdir(), "halint-dist-"));
const halint = (args: readonly string[], options: { cwd?: string; uid?: number } = {}) =>
  spawnSync(process.execPath, [join(built, "halint.js"), ...args], { encoding: "utf8", env, ...options });

beforeAll(() => {
  chmodSync(built, 0o755);
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.js", built], {
    cwd: root,
    encoding: "utf8",
    env,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

const file = "c/n/etc/keepalived/keepalived.conf";

describe("the bundle, without node_modules", () => {
  test("tells its version", () => {
    const { version } = JSON.parse(
      spawnSync("cat", [join(root, "package.json")], { encoding: "utf8" }).stdout,
    );
    expect(halint(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("reads no format's table before a file of the format is there", () => {
    const counting = `
      const { parse } = JSON;
      JSON.parse = (text, ...more) => {
        const table = parse(text, ...more);
        if (table?.places) console.error(table.daemon);
        return table;
      };
      process.argv = [process.execPath, "halint", "--version"];
      require(${JSON.stringify(join(built, "halint.js"))});`;
    expect(spawnSync(process.execPath, ["-e", counting], { encoding: "utf8", env }).stderr).toBe("");
  });

  test("checks, and ends with 0, 1 and 2", () => {
    expect(halint([], { cwd: folderOf({ [file]: right }) })).toMatchObject({ status: 0, stdout: "" });
    const found = halint(["-f", "compact"], { cwd: folderOf({ [file]: wrong }) });
    expect(found).toMatchObject({ status: 1, stdout: expect.stringContaining("[schema/unknown-keyword]") });
    expect(halint(["nowhere"])).toMatchObject({ status: 2 });
  });

  test.runIf(existsSync("/dev/full"))("ends with 2 where what it tells cannot be written", () => {
    const cwd = folderOf({ [file]: right });
    const calls = [
      ["-f", "json"],
      ["-f", "json", "--quiet"],
      ["rules"],
      ["--help"],
      ["explain", "keepalived/syntax"],
    ];
    for (const args of calls) {
      const full = openSync("/dev/full", "w");
      const { status, stderr } = spawnSync(process.execPath, [join(built, "halint.js"), ...args], {
        cwd,
        env,
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      expect([args, status]).toEqual([args, 2]);
      expect(stderr).toMatch(/^halint: not all could be written: .*ENOSPC.*\n$/m);
      expect(stderr).not.toContain(" at ");
    }
  });

  test("reads a config, and tells what is wrong in one as a usage error", () => {
    const configured = (text: string) => folderOf({ [file]: wrong, "halint.config.json": text });
    expect(halint([], { cwd: configured('{ "fail-level": "never" }') })).toMatchObject({ status: 0 });
    expect(halint([], { cwd: configured('{ "x": 1 }') })).toMatchObject({
      status: 2,
      stderr: 'halint: halint.config.json:1:3: unknown key "x" in the file\n',
    });
  });

  test("holds the pages of the rules", () => {
    const pages = spawnSync("find", [join(root, "rules"), "-name", "*.md"], { encoding: "utf8" }).stdout;
    const id = /rules\/([^\s/]+\/[^\s/]+)\.md$/m.exec(pages)![1]!;
    expect(halint(["explain", id]).stdout).toContain(`# ${id}\n`);
  });

  test("makes every format, from files that other runs do not load", () => {
    const cwd = folderOf({ [file]: wrong });
    const args = formatNames.flatMap((name) => ["-f", `${name}=out.${name}`]);
    expect(halint(args, { cwd })).toMatchObject({ status: 1, stdout: "" });
    for (const name of formatNames) expect(statSync(join(cwd, `out.${name}`)).size).toBeGreaterThan(100);
    const loaded = spawnSync(
      process.execPath,
      [
        "-e",
        `process.argv = [process.execPath, "halint"];
         process.on("exit", () => console.log(Object.keys(require.cache).join("\\n")));
         require(${JSON.stringify(join(built, "halint.js"))});`,
      ],
      { cwd, encoding: "utf8", env },
    );
    expect(loaded.stdout).toContain("halint.js");
    expect(loaded.stdout).not.toContain("reporters");
  });

  test("is silent when its reader goes away", () => {
    const command = `"${process.execPath}" "${join(built, "halint.js")}" rules | head -n 1`;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", env });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).toBe("");
  });

  test("works where its compiled code was made by another Node", () => {
    const other = folderOf({ [file]: wrong });
    spawnSync("cp", ["-r", built, join(other, "dist")]);
    spawnSync("bash", ["-c", `for f in ${other}/dist/*.cache; do echo wrong > "$f"; done`]);
    const result = spawnSync(process.execPath, [join(other, "dist/halint.js"), "c"], {
      cwd: other,
      encoding: "utf8",
      env,
    });
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining("1 node") });
    spawnSync("bash", ["-c", `rm ${other}/dist/*.cache`]);
    expect(existsSync(join(other, "dist/main.js"))).toBe(true);
    expect(
      spawnSync(process.execPath, [join(other, "dist/halint.js"), "c"], { cwd: other, env }).status,
    ).toBe(1);
  });

  test.runIf(process.getuid?.() === 0)("tells what another user may not read, and checks the rest", () => {
    const folder = folderOf({
      [file]: right,
      "c/m/etc/keepalived/keepalived.conf": right,
      "c/o/etc/keepalived/keepalived.conf": right,
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "c/m/etc/keepalived/keepalived.conf"), 0o600);
    chmodSync(join(folder, "c/o/etc/keepalived"), 0o700);
    expect(halint(["-f", "compact"], { cwd: folder, uid: 65534 })).toMatchObject({
      status: 1,
      stdout: `c/m/etc/keepalived/keepalived.conf:1:1: error: this user may not read this file [file/unreadable]
c/o/etc/keepalived:1:1: error: this user may not read this folder [file/unreadable]
`,
    });
  });
});
