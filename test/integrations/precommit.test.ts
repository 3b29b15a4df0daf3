import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import picomatch from "picomatch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formats } from "../../parsers/index.ts";
import { canRun, exampleIn, plainEnv, root, snippet, textOf, unless } from "./support.ts";

const able = canRun("pre-commit", "--version") && canRun("npm", "--version") && canRun("git", "--version");
const minutes = 60_000;
/** pre-commit gives npm a prefix of its own, where the machine's npmrc is not read: how the registry is reached. */
const registry = (): Record<string, string> =>
  Object.fromEntries(
    ["registry", "cafile", "cache"].flatMap((name) => {
      const value = spawnSync("npm", ["config", "get", name], {
        env: plainEnv,
        encoding: "utf8",
      }).stdout.trim();
      return value === "" || value === "null" ? [] : [[`npm_config_${name}`, value]];
    }),
  );

const folder = mkdtempSync(join(tmpdir(), "halint-pre-commit-"));
const env = {
  ...plainEnv,
  PRE_COMMIT_HOME: join(folder, "home"),
  PRE_COMMIT_COLOR: "never",
  npm_config_prefer_offline: "true",
  GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
  GIT_CONFIG_NOSYSTEM: "1",
  ...(able ? registry() : {}),
};
const start = (command: string, args: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    timeout: 8 * minutes,
    maxBuffer: 1e8,
  });
  return { status, said: stdout + stderr };
};
const git = (cwd: string, ...args: string[]): string => {
  const { status, said } = start("git", args, cwd);
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${said}`);
  return said;
};

const committed = (repository: string): string => {
  git(repository, "init", "--quiet");
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--no-verify", "--message", "all");
  return repository;
};

/** What a clone of this checkout holds: on a clean one, its last commit. */
function thisRepository(): string {
  const clone = join(folder, "halint.git");
  for (const path of git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")) {
    if (path === "" || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(root, path), join(clone, path));
  }
  return committed(clone);
}

/** A repository with a cluster, and the configuration that docs/integrations.md shows, all its hooks on. */
function clusterRepository(name: "lvs-dr" | "lvs-dr-fixed", halint: string): string {
  const repository = exampleIn(join(folder, name), name);
  const config = snippet(".pre-commit-config.yaml");
  const { repos } = parse(config);
  writeFileSync(
    join(repository, ".pre-commit-config.yaml"),
    config.replace(repos[0].repo, `file://${halint}`),
  );
  git(halint, "tag", "--force", repos[0].rev);
  return committed(repository);
}

let broken = "";
let mended = "";
/** pre-commit installs a hook at its first run: the clone, npm, its build. */
let noNetwork = false;

beforeAll(() => {
  if (!able) return;
  writeFileSync(
    env.GIT_CONFIG_GLOBAL,
    "[user]\n\tname = test\n\temail = test@example.org\n[init]\n\tdefaultBranch = main\n[safe]\n\tdirectory = *\n",
  );
  const halint = thisRepository();
  broken = clusterRepository("lvs-dr", halint);
  mended = clusterRepository("lvs-dr-fixed", halint);
  const { status, said } = start("pre-commit", ["install", "--install-hooks"], broken);
  noNetwork = status !== 0 && /ENOTFOUND|ECONNREFUSED|ENOTCACHED|EAI_AGAIN|ETIMEDOUT/.test(said);
  if (status !== 0 && !noNetwork) throw new Error(said);
}, 10 * minutes);
afterAll(() => rmSync(folder, { recursive: true, force: true }), minutes);

describe.skipIf(!able)(`pre-commit, from a plain clone${unless(able, "pre-commit, npm and git")}`, () => {
  const inTime = (name: string, check: () => void): void =>
    test(
      name,
      (context) => {
        context.skip(noNetwork, "npm reaches no registry");
        check();
      },
      3 * minutes,
    );

  inTime("halint judges the whole repository", () => {
    const { status, said } = start("pre-commit", ["run", "halint", "--all-files"], broken);
    expect(said).toContain("advert_int 1 here, 3 on supermente");
    expect(said).toContain("terran/etc/fstab");
    expect(status).toBe(1);
  });

  inTime("halint is content with a cluster that is right", () => {
    expect(start("pre-commit", ["run", "halint"], mended)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^halint\.+Passed$/m),
    });
  });

  inTime("halint-files judges the files of a commit, as files of their machines", () => {
    const files = ["zerg", "supermente"].map((node) => `${node}/etc/keepalived/keepalived.conf`);
    const { status, said } = start("pre-commit", ["run", "halint-files", "--files", ...files], broken);
    expect(said).toContain("advert_int 1 here, 3 on supermente");
    expect(said).toContain("in 2 files of 2 nodes");
    expect(status).toBe(1);
    const other = start("pre-commit", ["run", "halint-files", "--files", ".pre-commit-config.yaml"], broken);
    expect(other).toMatchObject({ status: 0, said: expect.stringContaining("(no files to check)Skipped") });
  });

  inTime("halint-fix mends, and has nothing left to mend", () => {
    const file = join(broken, "zerg/etc/keepalived/keepalived.conf");
    const before = readFileSync(file, "utf8");
    const first = start("pre-commit", ["run", "halint-fix"], broken);
    expect(first).toMatchObject({
      status: 1,
      said: expect.stringContaining("files were modified by this hook"),
    });
    expect(readFileSync(file, "utf8")).not.toBe(before);
    git(broken, "add", "--all");
    expect(start("pre-commit", ["run", "halint-fix"], broken)).toMatchObject({ status: 0 });
    git(broken, "reset", "--quiet", "--hard");
  });

  inTime("a commit with an error is refused", () => {
    writeFileSync(join(broken, "note"), "x\n");
    git(broken, "add", "--all");
    const { status, said } = start("git", ["commit", "--message", "more"], broken);
    expect(said).toMatch(/^halint\.+Failed$/m);
    expect(status).toBe(1);
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks: readonly { readonly id: string; readonly files?: string }[] = parse(
    textOf(".pre-commit-hooks.yaml"),
  );
  const pattern = hooks.find(({ id }) => id === "halint-files")?.files ?? "";
  /** Python's (?x): blanks and line ends mean nothing. */
  const files = new RegExp(pattern.replace(/^\(\?x\)|\s+/g, ""));
  const samples = formats.flatMap(({ files, names = [] }) =>
    [...files, ...names].flatMap((glob) => {
      const path = glob
        .replace(/\{([^,}]*)[^}]*\}/g, "$1")
        .replaceAll("**", "some")
        .replaceAll("*", "any");
      expect(picomatch.isMatch(path, glob)).toBe(true);
      return [path, path.startsWith("/") ? `node${path}` : `roles/x/templates/${path}.j2`];
    }),
  );

  test.each(samples)("halint-files is given %s", (path) => expect(path).toMatch(files));

  test.each(["README.md", "src/main.c", "Makefile", "etcetera/x.txt"])("and not %s", (path) =>
    expect(path).not.toMatch(files),
  );

  test("docs/integrations.md shows every hook", () => {
    const [{ rev, hooks: shown }] = parse(snippet(".pre-commit-config.yaml")).repos;
    expect(rev).toBe(`v${JSON.parse(textOf("package.json")).version}`);
    expect(shown.map(({ id }: { id: string }) => id).sort()).toEqual(hooks.map(({ id }) => id).sort());
  });
});
