import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { right } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { examples, found, hasTool, lines, tool } from "./tools.ts";

const one = "c/n1/etc/keepalived/keepalived.conf";
const two = "c/n2/etc/keepalived/keepalived.conf";
const odd = right.replace("eth0", "eth0\n    nonsense on");

const git = (folder: string, ...args: readonly string[]): string =>
  tool(folder, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", ...args);

const repository = (files: Readonly<Record<string, string>>): string => {
  const folder = folderOf(files);
  git(folder, "init", "-q");
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "one");
  return folder;
};

test.skipIf(!hasTool("git"))("only findings on changed lines are told", async () => {
  const folder = repository({ [one]: odd });
  expect(await lines(folder, "--since", "HEAD")).toEqual([]);
  writeFileSync(
    join(folder, one),
    odd.replace("nonsense", "# new\n    nonsense").replace("51", "51\n    folly"),
  );
  expect(await lines(folder, "--since", "HEAD")).toEqual([
    expect.stringContaining(`${one}:6:5: error: unknown keyword folly`),
  ]);
  expect(await lines(folder, "--since", "HEAD", "c")).toHaveLength(1);
});

test("a line end of another kind is no change, an untracked file is one", async () => {
  const folder = repository({ [one]: odd });
  writeFileSync(join(folder, one), odd.replaceAll("\n", "\r\n"));
  expect((await lines(folder, "--since", "HEAD")).filter((line) => line.includes("nonsense"))).toEqual([]);
  const three = "c/n 3ü\n/etc/keepalived/keepalived.conf";
  mkdirSync(join(folder, three, ".."), { recursive: true });
  writeFileSync(join(folder, three), odd);
  expect((await lines(folder, "--since", "HEAD")).filter((line) => line.includes("nonsense"))).toHaveLength(
    1,
  );
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "two");
  expect((await lines(folder, "--since", "HEAD")).filter((line) => line.includes("nonsense"))).toEqual([]);
  expect((await lines(folder, "--since", "HEAD~1")).filter((line) => line.includes("nonsense"))).toHaveLength(
    1,
  );
});

test("a finding of an old line counts where the line it speaks of is new", async () => {
  const lower = right.replace("51", "51\n    priority 90");
  const folder = repository({
    [one]: right.replace("51", "51\n    advert_int 1"),
    [two]: lower.replace("90", "90\n    advert_int 1"),
  });
  writeFileSync(join(folder, two), lower.replace("90", "90\n    advert_int 3"));
  const told = await lines(folder, "--since", "HEAD");
  expect(told.join("\n")).toMatch(/advert_int/);
  expect(told.every((line) => /advert_int/.test(line))).toBe(true);
});

test("what is missing since then is told: a line, a file, on another machine as well", async () => {
  const cluster = Object.fromEntries(
    readdirSync(join(examples, "lvs-dr-fixed"), { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(examples, "lvs-dr-fixed", path)).isFile())
      .map((path) => [`c/${path}`, readFileSync(join(examples, "lvs-dr-fixed", path), "utf8")]),
  );
  const folder = repository({ ...cluster });
  expect(await lines(folder, "--since", "HEAD")).toEqual([]);
  const conf = "c/zerg/etc/keepalived/keepalived.conf";
  writeFileSync(join(folder, conf), cluster[conf]!.replace(/^ *interface eth0\n/m, ""));
  expect((await lines(folder, "--since", "HEAD")).join("\n")).toContain("[keepalived/interface-missing]");
  writeFileSync(join(folder, conf), cluster[conf]!);
  rmSync(join(folder, "c/terran/etc/sysctl.d"), { recursive: true });
  const told = (await lines(folder, "--since", "HEAD")).join("\n");
  expect(told).toContain("[cluster/dr-arp-ignore]");
  expect(told).toContain("[cluster/dr-arp-announce]");
  git(folder, "commit", "-qam", "two");
  expect(await lines(folder, "--since", "HEAD")).toEqual([]);
});

test("what was found before is old, also in a file that a link leads to", async () => {
  const folder = repository({ "real.conf": odd });
  mkdirSync(join(folder, one, ".."), { recursive: true });
  symlinkSync("../../../../real.conf", join(folder, one));
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "two");
  expect((await lines(folder, "-f", "compact")).join("\n")).toContain("nonsense");
  expect(await lines(folder, "--since", "HEAD")).toEqual([]);
});

test("does not go with writing a baseline, and writes none", async () => {
  const folder = folderOf({ [one]: odd });
  for (const option of ["--baseline-write", "--baseline-prune"])
    expect(await found(folder, "--since", "HEAD", option)).toMatchObject({
      code: 2,
      err: expect.stringContaining("a baseline is of all findings"),
    });
  expect(existsSync(join(folder, "halint-baseline.json"))).toBe(false);
});

test("no ref, no repository, no git: a clear error", async () => {
  const folder = repository({ [one]: right });
  for (const ref of ["nowhere", "--upload-pack=touch x", "HEAD:c", ""])
    expect(await found(folder, `--since=${ref}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`halint: --since: git knows no commit ${ref}`),
    });
  expect(await found(folderOf({ [one]: right }), "--since", "HEAD")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^halint: --since: .* is in no git repository: /),
  });
  const { PATH } = process.env;
  process.env.PATH = "/nowhere";
  try {
    expect((await found(folder, "--since", "HEAD")).err).toBe(
      "halint: --since needs git, which is not installed\n",
    );
  } finally {
    process.env.PATH = PATH;
  }
});

test("a hostile repository makes git start nothing", async () => {
  const folder = repository({
    [one]: odd,
    ".gitattributes": "* filter=evil diff=evil text eol=lf working-tree-encoding=UTF-8\n",
  });
  const evil = join(folder, "evil.sh");
  writeFileSync(evil, `#!/bin/sh\ntouch ${folder}/done\nexec cat\n`);
  chmodSync(evil, 0o755);
  for (const [key, value] of Object.entries({
    "core.fsmonitor": evil,
    "core.hooksPath": folder,
    "core.pager": evil,
    "core.sshCommand": evil,
    "core.editor": evil,
    "diff.external": evil,
    "diff.evil.textconv": evil,
    "diff.evil.command": evil,
    "filter.evil.clean": evil,
    "filter.evil.smudge": evil,
    "filter.evil.process": evil,
    "filter.evil.required": "true",
    "alias.rev-parse": `!${evil}`,
    "alias.ls-tree": `!${evil}`,
    "alias.cat-file": `!${evil}`,
    "remote.origin.url": `ext::${evil}`,
    "remote.origin.promisor": "true",
    "extensions.partialClone": "origin",
    "protocol.ext.allow": "always",
  }))
    git(folder, "config", key, value);
  rmSync(join(folder, "done"), { force: true });
  for (const name of ["post-index-change", "reference-transaction", "fsmonitor-watchman"])
    symlinkSync(evil, join(folder, ".git/hooks", name));
  writeFileSync(join(folder, one), odd.replace("nonsense", "folly"));
  expect((await lines(folder, "--since", "HEAD")).join("\n")).toContain("folly");
  rmSync(join(folder, ".git/objects"), { recursive: true });
  mkdirSync(join(folder, ".git/objects"));
  expect((await found(folder, "--since", "HEAD")).code).toBe(2);
  expect(existsSync(join(folder, "done"))).toBe(false);
});

test.runIf(process.getuid?.() === 0)("a repository of another user is refused, as git does", async () => {
  const folder = repository({ [one]: odd });
  tool(folder, "chown", "-R", "65534:65534", ".");
  const run = await found(folder, "--since", "HEAD");
  expect(run).toMatchObject({ code: 2, err: expect.stringContaining("dubious ownership") });
});
