import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOf } from "../../daemons/copy.ts";
import { installed } from "../../daemons/installed.ts";
import { keepalived } from "../../daemons/keepalived.ts";
import { ask, versionOf } from "../../daemons/main.ts";
import { run } from "../../daemons/run.ts";
import { distrust } from "../../daemons/trust.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { folderOf } from "../workspace/toy.ts";

const isRoot = process.getuid?.() === 0;

/** A folder with programs of ours that others may run. */
function programs(texts: Readonly<Record<string, string>>): string {
  const folder = folderOf(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`])),
  );
  chmodSync(folder, 0o755);
  for (const name of Object.keys(texts)) chmodSync(join(folder, name), 0o755);
  return folder;
}

describe("a program", () => {
  test("gets its arguments as they are, no input, and none of our environment", async () => {
    const folder = programs({ show: 'printf "%s\\n" "$@"; env; cat' });
    const output = await run({
      program: join(folder, "show"),
      args: ["a b", "$(id)", ";"],
      cwd: folder,
      env: { X: "1" },
    });
    expect(output?.code).toBe(0);
    expect(output?.stdout).toMatch(/^a b\n\$\(id\)\n;\n/);
    const names = [...output!.stdout.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(
      names.filter(
        (name) => !["PATH", "LC_ALL", "TZ", "HOME", "X", "PWD", "_", "SHLVL", "OLDPWD"].includes(name!),
      ),
    ).toEqual([]);
  });

  test("is ended with all that it started when it takes too long", async () => {
    const folder = programs({ slow: "sleep 60 & echo begun; wait" });
    const start = performance.now();
    const output = await run({ program: join(folder, "slow"), args: [], cwd: folder, patience: 300 });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(output).toEqual({ stdout: "begun\n", stderr: "" });
  });

  test("is ended when it prints without end", async () => {
    const folder = programs({ loud: "yes" });
    const output = await run({ program: join(folder, "loud"), args: [], cwd: folder });
    expect(output?.code).toBeUndefined();
    expect(output!.stdout.length).toBeLessThanOrEqual(1_000_000);
  });

  test("that is none is told", async () => {
    expect(await run({ program: "/nowhere/x", args: [], cwd: "/" })).toBeUndefined();
  });

  test.runIf(isRoot)("has no right of root", async () => {
    const folder = programs({ who: "id -u; id -G" });
    const output = await run({ program: join(folder, "who"), args: [], cwd: "/" });
    expect(output?.stdout).toBe("65534\n65534\n");
  });
});

describe("a daemon", () => {
  const include = "include /etc/keepalived/more.conf\n";
  const main = sourceOf("n/etc/keepalived/keepalived.conf", `a\n${include}`);
  const more = sourceOf("n/etc/keepalived/more.conf", "b\n");
  const question = {
    daemon: keepalived,
    main,
    node: "n",
    files: [
      { source: main, inside: "/etc/keepalived/keepalived.conf" },
      { source: more, inside: "/etc/keepalived/more.conf" },
    ],
  };

  test("is asked about a copy, and its words are about the files that the user knows", async () => {
    const folder = programs({
      keepalived: `[ "$5" = n ] || exit 9
read -r _ <"$3"
more=$(sed -n 's/^include //p' "$3")
echo "($3: Line 1) Unknown keyword 'a' in $3" >&2
echo "($more: Line 1) $(cat "$more")" >&2
echo "(/etc/passwd: Line 1) elsewhere" >&2
exit 5`,
    });
    const answer = await ask(question, [folder]);
    expect(answer?.failed).toBeUndefined();
    expect(answer?.said.map(({ source, line, text }) => [source.path, line, text])).toEqual([
      [main.path, 1, `Unknown keyword 'a' in ${main.path}`],
      [more.path, 1, "b"],
    ]);
  });

  test("that dies gives no verdict, and one that is not there is not asked", async () => {
    const folder = programs({ keepalived: "kill -TERM $$" });
    expect(await ask(question, [folder])).toMatchObject({
      said: [],
      failed: expect.stringContaining("signal"),
    });
    expect(await ask(question, ["/nowhere"])).toBeUndefined();
    expect(installed(keepalived, ["/nowhere"])).toBeUndefined();
    expect(await versionOf(keepalived, ["/nowhere"])).toBeUndefined();
  });

  test("tells its version", async () => {
    const folder = programs({ keepalived: 'echo "Keepalived v9.8.7 (01/16,2042)" >&2' });
    expect(await versionOf(keepalived, [folder])).toBe("9.8.7");
  });

  test("finds nothing left of the copy afterwards, and nothing outside it is written", () => {
    const copy = copyOf([{ source: more, inside: "/../../../etc/x" }]);
    expect(copy.pathOf(more)).toBe(join(copy.root, "etc/x"));
    expect(readFileSync(join(copy.root, "etc/x"), "utf8")).toBe("b\n");
    expect(statSync(copy.root).mode & 0o077).toBe(0);
    copy.remove();
    expect(existsSync(copy.root)).toBe(false);
  });
});

describe("a file is trusted", () => {
  const folder = () => {
    const root = folderOf({ "c/a.conf": "x", "c/deep/b.conf": "y", "out.conf": "z" });
    return { root, file: join(root, "c/a.conf"), given: [join(root, "c")] };
  };

  test("below a path that is named, where only this user and root may write", () => {
    const { file, given, root } = folder();
    expect(distrust(file, given)).toBeUndefined();
    expect(distrust(join(root, "c/deep/b.conf"), given)).toBeUndefined();
    expect(distrust(file, [file])).toBeUndefined();
    expect(distrust(join(root, "out.conf"), given)).toBe("it lies outside the given paths");
    expect(distrust(join(root, "c/none"), given)).toBe("it is not there");
  });

  test("not through a link that leads out", () => {
    const { root, given } = folder();
    symlinkSync(join(root, "out.conf"), join(root, "c/link.conf"));
    expect(distrust(join(root, "c/link.conf"), given)).toBe("it lies outside the given paths");
  });

  test("not where others may write", () => {
    const { root, file, given } = folder();
    chmodSync(file, 0o666);
    expect(distrust(file, given)).toBe("every user may write it");
    chmodSync(file, 0o644);
    chmodSync(join(root, "c"), 0o777);
    expect(distrust(file, given)).toBe(`every user may write in ${join(root, "c")}`);
    chmodSync(join(root, "c"), 0o1777);
    expect(distrust(file, given)).toBeUndefined();
  });

  test.runIf(isRoot)("not where it belongs to somebody else", () => {
    const { root, file, given } = folder();
    chownSync(file, 1234, 1234);
    expect(distrust(file, given)).toBe("it belongs to another user");
    expect(distrust(file, given, 1234)).toBeUndefined();
    mkdirSync(join(root, "c/x"));
    chownSync(join(root, "c/deep"), 1234, 1234);
    expect(distrust(join(root, "c/deep/b.conf"), given)).toBe(
      `${join(root, "c/deep")} belongs to another user`,
    );
  });
});
