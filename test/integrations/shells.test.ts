import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flagsOf, namesOf, optionsOf } from "../../cli/flags.ts";
import { type CommandRow, commands, type Shell, shells } from "../../cli/options.ts";
import { rules } from "../../rules/index.ts";
import { run } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { builtHalint, canRun, plainEnv, root, snippet, unless } from "./support.ts";

const built = builtHalint();
const rows: readonly CommandRow[] = Object.values(commands);

interface Place {
  /** A home in which the line of docs/integrations.md was run, with the command halint in bin/. */
  readonly home: string;
  readonly env: Record<string, string | undefined>;
}

function placeFor(shell: Shell): Place {
  const home = folderOf({
    "bin/README": "",
    "site/zerg.conf": "",
    "site/notes": "",
    ".config/fish/completions/README": "",
  });
  symlinkSync(join(built, "dist/halint.js"), join(home, "bin/halint"));
  const env = {
    ...plainEnv,
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    PATH: `${home}/bin:${process.env.PATH}`,
    TERM: "xterm",
  };
  if (shell !== "bash") {
    const { status, stderr } = spawnSync("bash", ["-c", snippet(shell)], { env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }
  return { home, env };
}

const ask = (command: string, args: readonly string[], { home, env }: Place): string => {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: join(home, "site"),
    env,
    encoding: "utf8",
    timeout: 30_000,
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout;
};

/** What each shell offers for a line, its cursor at the end. */
const offered: Readonly<Record<Shell, (line: string, place: Place) => string[]>> = {
  bash: (line, place) => {
    // As readline does it: "=" ends a word, and is one.
    const words = line.replaceAll("=", " = ").split(/ +/);
    const script = `${snippet("bash")}
compopt() { :; }
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_halint
if ((\${#COMPREPLY[@]})); then printf '%s\\n' "\${COMPREPLY[@]}"
elif [[ $(complete -p halint) == *"-o default"* ]]; then compgen -f -- "\${!#}"; fi
true`;
    return lines(ask("bash", ["-c", script, "bash", ...words], place));
  },
  zsh: (line, place) =>
    lines(
      ask(
        "zsh",
        ["-f", join(root, "test/integrations/capture.zsh"), line, join(place.home, ".zfunc")],
        place,
      ),
    ).flatMap((text) => /offer (.*?)\s*$/.exec(text)?.[1] ?? []),
  fish: (line, place) =>
    lines(ask("fish", ["-c", "complete -C $argv[1]", line], place)).map((text) =>
      text.replace(/\t.*/, "").replace(/^--\w[\w-]*=/, ""),
    ),
};

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== "");
const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort();
const longNames = (row: CommandRow): string[] => optionsOf(row).map((option) => flagsOf(option).long);

describe.each(shells)("completion in %s", (shell) => {
  const able = canRun(shell, "-c", "true");
  const check = (name: string, body: (offers: (line: string) => string[]) => void): void =>
    test.skipIf(!able)(
      `${name}${unless(able, shell)}`,
      () => {
        const place = placeFor(shell);
        body((line) => sorted(offered[shell](line, place)));
      },
      120_000,
    );

  check("offers every option of every command", (offers) => {
    for (const row of rows) {
      const line = row.name === "halint" ? "halint --" : `halint ${row.name} --`;
      expect(offers(line), line).toEqual(sorted(longNames(row)));
    }
  });

  check("offers the commands, and files beside them", (offers) => {
    const names = rows.slice(1).map(({ name }) => name);
    expect(offers("halint ")).toEqual(expect.arrayContaining(names));
    expect(offers("halint comp")).toEqual(["completion"]);
    expect(offers("halint zer")).toEqual(["zerg.conf"]);
    expect(offers("halint fmt zer")).toEqual(["zerg.conf"]);
  });

  check("offers the values of options and arguments", (offers) => {
    expect(offers("halint --format s")).toEqual(["sarif"]);
    expect(offers("halint --format=s")).toEqual(["sarif"]);
    expect(offers("halint -f js")).toEqual(["json", "jsonl"]);
    expect(offers("halint rules --format ")).toEqual(["json", "table"]);
    expect(offers("halint --fail-level ")).toEqual(["error", "info", "never", "warning"]);
    expect(offers("halint --target debian-1")).toEqual(expect.arrayContaining(["debian-12"]));
    expect(offers("halint --config zer")).toEqual(["zerg.conf"]);
    expect(offers("halint completion ")).toEqual(sorted(shells));
  });

  check("offers the names of rules", (offers) => {
    const room = rules.map(({ id }) => id).filter((id) => id.startsWith("ocfs2/"));
    expect(offers("halint explain ocfs2/")).toEqual(sorted(room));
  });
});

describe("halint completion", () => {
  test.each(shells)("%s reads its script without a complaint", async (shell) => {
    const { code, out, err } = await run(["completion", shell]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const row of rows)
      for (const option of optionsOf(row))
        for (const name of namesOf(flagsOf(option))) expect(out).toContain(name.replace(/^-+/, ""));
    const script = join(folderOf({ script: out }), "script");
    if (canRun(shell, "-c", "true"))
      expect(spawnSync(shell, ["-n", script], { encoding: "utf8" }).stderr).toBe("");
  });

  const able = canRun("shellcheck", "--version");
  test.skipIf(!able)(`shellcheck finds nothing in bash's${unless(able, "shellcheck")}`, async () => {
    const { out } = await run(["completion", "bash"]);
    expect(spawnSync("shellcheck", ["-s", "bash", "-"], { input: out, encoding: "utf8" }).stdout).toBe("");
  });

  test("takes no other shell", async () => {
    expect(await run(["completion", "tcsh"])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("bash, zsh, fish"),
    });
  });
});

const manualAble = canRun("man", "--version");
test.skipIf(!manualAble)(`man shows the manual page${unless(manualAble, "man")}`, () => {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", snippet("man")], {
    cwd: root,
    encoding: "utf8",
    env: { ...plainEnv, MANPAGER: "cat", MANWIDTH: "80" },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("--fail-level level");
});
