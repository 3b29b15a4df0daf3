import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { right } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { tool } from "./tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const built = mkdtempSync(join(tmpdir(), "halint-dist-"));
const halint = (cwd: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(built, "halint.js"), "-f", "compact", ...args], {
    encoding: "utf8",
    env,
    cwd,
  });
const conf = "n/etc/keepalived/keepalived.conf";
const odd = right.replace("eth0", "eth0\n    nonsense on");

beforeAll(() => {
  tool(root, process.execPath, "scripts/build.js", built);
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

test.each([
  ["a.tar.gz", "tar", "czf"],
  ["a.tar.xz", "tar", "cJf"],
  ["a.tar.bz2", "tar", "cjf"],
  ["a.tar.zst", "tar", "--zstd", "-cf"],
  ["a.zip", "zip", "-qr"],
])("the bundle reads %s", (name, command, ...args) => {
  const folder = folderOf({ [conf]: odd });
  tool(folder, command, ...args, name, "n");
  expect(halint(folder, name)).toMatchObject({
    status: 1,
    stdout: `${name}/${conf}:3:5: error: unknown keyword nonsense in vrrp_instance [schema/unknown-keyword]\n`,
  });
});

test("asks git, and a mistake of the user is told as one", () => {
  const folder = folderOf({ [conf]: odd });
  expect(halint(folder, "--since", "HEAD")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^halint: --since: .* is in no git repository/),
  });
  tool(folder, "git", "init", "-q");
  tool(
    folder,
    "git",
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b",
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "x",
  );
  expect(halint(folder, "--since", "HEAD")).toMatchObject({ status: 1 });
});

test("a plain run loads nothing of this", () => {
  for (const name of ["archives.js", "git.js", "collect.js"]) rmSync(join(built, name));
  expect(halint(folderOf({ [conf]: right }))).toMatchObject({
    status: 0,
    stderr: expect.not.stringContaining("fault"),
  });
});
