import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compact } from "../../cli/reporters/compact.ts";
import { formats } from "../../parsers/index.ts";
import { findingWith } from "../cli/reporters/printout.ts";
import { readGitlab, readRdjson, xmlErrors } from "../cli/reporters/strict.ts";
import { folderOf } from "../workspace/toy.ts";
import { builtHalint, canRun, exampleIn, plainEnv, root, snippet, textOf, unless } from "./support.ts";

const built = builtHalint();
const { version } = JSON.parse(textOf("package.json"));

/** Runs a script where halint and these other commands are found. */
function bash(
  script: string,
  cwd: string,
  given: { readonly commands?: Readonly<Record<string, string>>; readonly env?: Record<string, string> } = {},
) {
  const bin = folderOf({});
  symlinkSync(join(built, "dist/halint.js"), join(bin, "halint"));
  for (const [name, text] of Object.entries(given.commands ?? {})) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return spawnSync("bash", ["-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...plainEnv, ...given.env, PATH: `${bin}:${process.env.PATH}` },
  });
}

const cluster = (): string => exampleIn(folderOf({}), "lvs-dr");

describe("the GitLab template", () => {
  const template = parse(textOf("integrations/gitlab/halint.gitlab-ci.yml"));
  const own = parse(snippet(".gitlab-ci.yml"));
  const npx = { npx: `echo "$2" >npx.package; shift 2; exec halint "$@"` };

  test("makes a Code Quality report of the whole checkout, shows the log and fails", () => {
    const folder = cluster();
    const env = { ...template.variables, ...own.halint.variables, CI_PROJECT_DIR: folder };
    const { status, stdout } = bash(template.halint.script.join("\n"), folder, { commands: npx, env });
    expect(status).toBe(1);
    expect(stdout).toContain("advert_int 1 here, 3 on supermente");
    expect(readFileSync(join(folder, "npx.package"), "utf8")).toBe(`halint@${version}\n`);
    const report = readGitlab(
      readFileSync(join(folder, template.halint.artifacts.reports.codequality), "utf8"),
    );
    expect(report.length).toBeGreaterThan(50);
    expect(template.halint.artifacts.when).toBe("always");
  });

  test("is included from where it lies", () => {
    const [{ file, ref }] = own.include;
    expect(existsSync(join(root, file))).toBe(true);
    expect(ref).toBe(`v${version}`);
    expect(Object.keys(template)).toContain(Object.keys(own).find((key) => key !== "include"));
  });
});

describe("reviewdog", () => {
  test("is given diagnostics as its schema has them", () => {
    const folder = cluster();
    bash(snippet("reviewdog"), folder, { commands: { reviewdog: "cat >given.json" } });
    const { diagnostics } = readRdjson(readFileSync(join(folder, "given.json"), "utf8"));
    expect(diagnostics.length).toBeGreaterThan(50);
    expect(diagnostics.some(({ suggestions }: { suggestions?: unknown }) => suggestions)).toBe(true);
  });

  const able = canRun("reviewdog", "-version");
  test.skipIf(!able)(`tells the findings of a changed line${unless(able, "reviewdog")}`, () => {
    const folder = cluster();
    const file = join(folder, "zerg/etc/keepalived/keepalived.conf");
    bash("git init -q && git add . && git -c user.name=t -c user.email=t@t commit -qm all", folder);
    writeFileSync(file, readFileSync(file, "utf8").replace("advert_int 1", "advert_int  1"));
    const { stdout } = bash(snippet("reviewdog"), folder);
    expect(stdout).toContain("advert_int 1 here, 3 on supermente");
    expect(stdout).not.toContain("terran/");
  });
});

describe("the MegaLinter plugin", () => {
  const plugin = parse(textOf("integrations/megalinter/halint.megalinter-descriptor.yml"));
  const [linter] = plugin.linters;
  /** As MegaLinter builds the command of a linter that is run once for a project. */
  const command = (...more: readonly string[]): string =>
    [linter.linter_name, ...linter.cli_lint_extra_args, ...more].map((word) => `'${word}'`).join(" ");

  test("runs, and its errors are counted", () => {
    expect(linter.cli_lint_mode).toBe("project");
    const folder = cluster();
    const { status, stdout, stderr } = bash(`${command()}; exit $?`, folder);
    expect(status).toBe(1);
    const [, flags = "", source = ""] = /^\(\?(\w+)\)(.*)$/.exec(linter.cli_lint_errors_regex) ?? [];
    const counts = [...`${stdout}\n${stderr}`.matchAll(new RegExp(source, `g${flags}`))];
    expect(counts.map(([, count]) => Number(count))).toEqual([stdout.match(/^error /gm)?.length]);
  });

  test("writes SARIF, takes a configuration, and mends", () => {
    const folder = cluster();
    writeFileSync(join(folder, linter.config_file_name), "fail-level: never\n");
    const sarif = linter.cli_sarif_args.map((word: string) =>
      word.replace("{{SARIF_OUTPUT_FILE}}", "x.sarif"),
    );
    expect(bash(command("-c", linter.config_file_name, ...sarif), folder)).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(join(folder, "x.sarif"), "utf8")).version).toBe("2.1.0");
    const file = join(folder, "zerg/etc/keepalived/keepalived.conf");
    const before = readFileSync(file, "utf8");
    bash(command(linter.cli_lint_fix_arg_name), folder);
    expect(readFileSync(file, "utf8")).not.toBe(before);
  });

  test("has what MegaLinter's schema asks for, and its examples are calls of halint", () => {
    expect(Object.keys(plugin)).toEqual(
      expect.arrayContaining(["descriptor_id", "descriptor_type", "linters"]),
    );
    expect(["language", "format", "tooling_format", "other"]).toContain(plugin.descriptor_type);
    expect(Object.keys(linter)).toEqual(expect.arrayContaining(["linter_name", "linter_url", "examples"]));
    expect(linter.install.dockerfile).toEqual([`RUN npm install --global halint@${version}`]);
    const folder = cluster();
    writeFileSync(join(folder, "halint.config.yaml"), "{}\n");
    for (const example of linter.examples) expect(bash(example, folder).status, example).toBe(1);
    const named = formats.flatMap(({ files }) => files).filter((glob) => /\.\w+$/.test(glob));
    for (const extension of plugin.file_extensions)
      expect(
        named.some((glob) => glob.endsWith(extension)),
        extension,
      ).toBe(true);
  });

  test("is switched on by the name that it has", () => {
    const { PLUGINS, ENABLE_LINTERS } = parse(snippet(".mega-linter.yml"));
    expect(ENABLE_LINTERS).toEqual([linter.name]);
    expect(PLUGINS[0]).toMatch(/\/mega-linter-plugin-[\w-]+\/(.*\/)?[\w.-]+\.megalinter-descriptor\.yml$/);
    expect(existsSync(join(root, "integrations/megalinter", PLUGINS[0].replace(/.*\//, "")))).toBe(true);
  });
});

test("reports for Jenkins and others are written side by side", async () => {
  const folder = cluster();
  expect(bash(snippet("reports"), folder).status).toBe(1);
  const report = (name: string): string => readFileSync(join(folder, name), "utf8");
  expect(await xmlErrors(report("checkstyle.xml"), "checkstyle.xsd")).toEqual([]);
  expect(await xmlErrors(report("junit.xml"), "junit.xsd")).toEqual([]);
  expect(report("halint.html")).toMatch(/^<!doctype html>/i);
});

describe("an editor's errorformat", () => {
  const editor = ["nvim", "vim"].find((name) => canRun(name, "--version"));
  test.skipIf(!editor)(`reads compact${unless(editor !== undefined, "nvim or vim")}`, () => {
    const folder = folderOf({
      lines: compact([findingWith("a/b c.conf", "word: it", { severity: "warning" })]),
      efm: snippet("errorformat").trim(),
    });
    const script = [
      "let &errorformat = readfile('efm')[0]",
      "cgetfile lines",
      "let g:e = getqflist()[0]",
      "call writefile([bufname(g:e.bufnr), g:e.lnum, g:e.col, g:e.type, g:e.text], 'out')",
      "qa!",
    ];
    writeFileSync(join(folder, "script.vim"), script.join("\n"));
    spawnSync(
      editor ?? "",
      [...(editor === "nvim" ? ["--headless"] : ["-es"]), "-u", "NONE", "-S", "script.vim"],
      {
        cwd: folder,
        timeout: 20_000,
      },
    );
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("a/b c.conf\n2\n1\nw\nword: it [room/problem]\n");
  });
});

describe("the container", () => {
  const stages = textOf("Containerfile")
    .replace(/^#.*\n/gm, "")
    .split(/^(?=FROM )/m)
    .filter((stage) => stage.startsWith("FROM "))
    .map((stage) =>
      stage
        .trim()
        .split("\n")
        .map((line) => line.split(" ")),
    );
  const [build = [], run = []] = stages;
  const of = (stage: readonly (readonly string[])[], word: string): string[][] =>
    stage.filter(([name]) => name === word).map(([, ...rest]) => rest);

  test("builds from what .dockerignore leaves, and runs from what it keeps", () => {
    const ignored = picomatch(
      textOf(".dockerignore")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .flatMap((line) => [line, `${line}/**`]),
      { dot: true },
    );
    expect(of(build, "COPY")).toEqual([[".", "."]]);
    expect(of(build, "RUN")).toEqual([["npm", "ci", "--no-audit", "--no-fund"]]);
    const context = folderOf({});
    const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    });
    for (const path of listed.stdout.split("\0")) {
      if (path === "" || ignored(path) || !existsSync(join(root, path))) continue;
      mkdirSync(join(context, dirname(path)), { recursive: true });
      cpSync(join(root, path), join(context, path));
    }
    symlinkSync(join(root, "node_modules"), join(context, "node_modules"));
    expect(JSON.parse(readFileSync(join(context, "package.json"), "utf8")).scripts.prepare).toBe(
      "npm run build",
    );
    const made = spawnSync(process.execPath, ["scripts/build.js"], {
      cwd: context,
      encoding: "utf8",
      env: plainEnv,
    });
    expect(made.stderr).toBe("");
    rmSync(join(context, "node_modules"));

    const image = folderOf({});
    const workdir = of(build, "WORKDIR")[0]?.[0] ?? "";
    for (const [from, ...words] of of(run, "COPY")) {
      expect(from).toBe("--from=build");
      const target = words.pop() ?? "";
      for (const source of words) {
        const path = join(context, source.slice(workdir.length));
        expect(existsSync(path), source).toBe(true);
        cpSync(path, join(image, target, target.endsWith("/") ? source.replace(/.*\//, "") : ""), {
          recursive: true,
        });
      }
    }
    const [ln, ...link] = of(run, "RUN")[0] ?? [];
    mkdirSync(join(image, dirname(link.at(-1) ?? "")), { recursive: true });
    spawnSync(ln ?? "", [...link.slice(0, -1), join(image, link.at(-1) ?? "")]);
    const entry = JSON.parse(of(run, "ENTRYPOINT")[0]?.join(" ") ?? "");
    const args = JSON.parse(of(run, "CMD")[0]?.join(" ") ?? "");
    const halint = spawnSync(join(image, "usr/local/bin", entry[0]), args, {
      cwd: cluster(),
      encoding: "utf8",
    });
    expect(halint.stderr).toContain("34 files of 4 nodes");
    expect(halint.status).toBe(1);
  }, 120_000);

  test("has its Node, a user without rights, and the folder that docs/integrations.md mounts", () => {
    expect(of(build, "FROM")[0]?.[0]).toBe(of(run, "FROM")[0]?.[0]);
    expect(of(run, "USER")).toEqual([["node"]]);
    const folder = folderOf({});
    bash(snippet("container"), folder, { commands: { podman: 'echo "$@" >>calls' } });
    expect(readFileSync(join(folder, "calls"), "utf8")).toBe(
      `build --tag halint .\nrun --rm --volume ${folder}:${of(run, "WORKDIR")[0]?.[0]}:ro halint .\n`,
    );
  });
});
