import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readGithub, readSarif } from "../cli/reporters/strict.ts";
import { folderOf } from "../workspace/toy.ts";
import { builtHalint, exampleIn, plainEnv, root, snippet, textOf } from "./support.ts";

const action = parse(textOf("action.yml"));
const [step] = action.runs.steps;
const built = builtHalint();

/** The Action's own checkout as a runner has it, with dist/ or with an npm that makes it. */
function checkout(isBuilt = true): string {
  const folder = folderOf({
    "integrations/github/run.mjs": textOf("integrations/github/run.mjs"),
    "bin/npm": `#!/bin/sh\necho "$@" >npm.args\nln -s ${join(built, "dist")} dist\n`,
    "bin/npx": `#!/bin/sh\necho "$@" >"${"$"}{0%/*}/npx.args"\nexit 0\n`,
  });
  for (const name of ["npm", "npx"]) chmodSync(join(folder, "bin", name), 0o755);
  if (isBuilt) symlinkSync(join(built, "dist"), join(folder, "dist"));
  return folder;
}

/** `${{ inputs.NAME }}` as a runner fills it in. */
const filled = (text: string, inputs: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => inputs[name] ?? action.inputs[name].default);

/** Runs the step of the Action as a runner does. */
function runAction(workspace: string, inputs: Readonly<Record<string, string>> = {}, action = checkout()) {
  const files = folderOf({ output: "", summary: "" });
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run],
    {
      cwd: join(workspace, filled(step["working-directory"], inputs)),
      encoding: "utf8",
      env: {
        ...plainEnv,
        PATH: `${join(action, "bin")}:${process.env.PATH}`,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: workspace,
        GITHUB_ACTION_PATH: action,
        GITHUB_OUTPUT: join(files, "output"),
        GITHUB_STEP_SUMMARY: join(files, "summary"),
        ...Object.fromEntries(
          Object.entries(step.env as Record<string, string>).map(([name, text]) => [
            name,
            filled(text, inputs),
          ]),
        ),
      },
    },
  );
  return {
    status,
    stdout,
    stderr,
    outputs: outputsOf(readFileSync(join(files, "output"), "utf8")),
    summary: readFileSync(join(files, "summary"), "utf8"),
  };
}

/** NAME<<END, lines, END: as a runner reads them. */
const outputsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n(.*?)\n\2$/gms)].map(([, name, , value]) => [name, value]),
  );

describe("the GitHub Action", () => {
  test("annotates, counts, sums up, writes SARIF and fails", () => {
    const workspace = exampleIn(folderOf({}), "lvs-dr");
    const { status, stdout, outputs, summary } = runAction(workspace, { "sarif-file": "out.sarif" });
    expect(status).toBe(1);
    const annotations = readGithub(stdout.replace(/^(?!::).*\n/gm, ""));
    const told = annotations.map(({ message }) => message.split("\n")[0]);
    expect(told).toContain(
      "advert_int 1 here, 3 on supermente: each router drops the other's adverts and both become master",
    );
    expect(stdout).toContain("┌─ zerg/etc/keepalived/keepalived.conf:33:16");
    const sum = ["errors", "warnings", "infos"].reduce((all, name) => all + Number(outputs[name]), 0);
    expect(sum).toBe(annotations.length);
    expect(outputs).toMatchObject({ "exit-code": "1", "sarif-file": "out.sarif" });
    expect(readSarif(readFileSync(join(workspace, "out.sarif"), "utf8")).runs[0].results).toHaveLength(sum);
    expect(summary).toMatch(/^## halint\n\n\d+ errors, \d+ warnings, \d+ notes\n\n\| level \|/);
    expect(summary).toContain("| error | zerg/etc/keepalived/keepalived.conf:33 | advert\\_int 1 here, 3 on");
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
  });

  test("is content with a cluster that is right, in a folder of the workspace", () => {
    const workspace = folderOf({});
    exampleIn(join(workspace, "some where"), "lvs-dr-fixed");
    const { status, outputs, summary } = runAction(workspace, { "working-directory": "some where" });
    expect(status).toBe(0);
    expect(outputs).toMatchObject({ "exit-code": "0", errors: "0", warnings: "0" });
    expect(summary).toMatch(/^## halint\n\n0 errors, 0 warnings, /);
  });

  test("takes its arguments apart as a shell does with quotes, and runs nothing in them", () => {
    const workspace = folderOf({});
    exampleIn(join(workspace, "a b"), "lvs-dr");
    const hostile = `"a b" '$(touch pwned)' \`touch\${IFS}pwned\` ;`;
    const { status, stderr, outputs } = runAction(workspace, { args: hostile, format: "compact" });
    expect(status).toBe(2);
    expect(outputs["exit-code"]).toBe("2");
    expect(stderr).not.toContain("syntax");
    expect(existsSync(join(workspace, "pwned"))).toBe(false);
    expect(runAction(workspace, { args: '--severity error "a b"', format: "compact" })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^a b\/protoss\/etc\/default\/o2cb:3:26: error: /),
    });
  });

  test("names and messages cannot break out of the table of the summary", () => {
    const workspace = folderOf({
      "n|x<b>/etc/keepalived/keepalived.conf": "vrrp_instance `A|<img> {\n}\nfoo|bar\n",
    });
    const { summary } = runAction(workspace);
    const rows = summary.split("\n").filter((line) => line.startsWith("| "));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row.replace(/\\./g, "").split("|")).toHaveLength(6);
    expect(summary).not.toMatch(/(?<!\\)<|(?<!\\)`/);
  });

  test("says so where halint could not run", () => {
    const { status, summary, outputs } = runAction(folderOf({}), { args: "--no-such-option" });
    expect(status).toBe(2);
    expect(summary).toContain("halint did not run");
    expect(outputs).toEqual({ "exit-code": "2" });
  });

  test("builds halint from its own commit, with the versions of the lock file", () => {
    const action = checkout(false);
    expect(runAction(exampleIn(folderOf({}), "lvs-dr"), {}, action).status).toBe(1);
    expect(readFileSync(join(action, "npm.args"), "utf8")).toBe("ci --include=dev --no-audit --no-fund\n");
  });

  test("runs a version of the npm package, and nothing else that npm could be told to run", () => {
    const action = checkout();
    expect(runAction(folderOf({}), { version: "0.1.0" }, action).status).toBe(0);
    expect(readFileSync(join(action, "bin/npx.args"), "utf8")).toMatch(
      /^--yes halint@0\.1\.0 --format=pretty --format=github --format=json=\S+ \.\n$/,
    );
    const { status, stdout } = runAction(folderOf({}), { version: "npm:other" });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^::error title=halint::version: /);
  });

  test("docs/integrations.md gives it inputs that it has, and reads outputs that it has", () => {
    const [, use, upload] = parse(snippet(".github/workflows/halint.yml")).jobs.halint.steps;
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(use.with)));
    expect(use.uses).toBe(`example/halint@v${JSON.parse(textOf("package.json")).version}`);
    const [, output = ""] = /steps\.halint\.outputs\.([\w-]+)/.exec(upload.if) ?? [];
    expect(Object.keys(action.outputs)).toContain(output);
    const workspace = exampleIn(folderOf({}), "lvs-dr");
    expect(runAction(workspace, use.with).status).toBe(1);
    expect(existsSync(join(workspace, upload.with.sarif_file))).toBe(true);
  });
});

describe("the problem matcher", () => {
  const [matcher] = JSON.parse(textOf("integrations/problem-matcher/halint.json")).problemMatcher;
  const [pattern] = matcher.pattern;

  test("is that of the extension", () => {
    const [own] = JSON.parse(textOf("extension/package.json")).contributes.problemMatchers;
    expect(pattern).toEqual(own.pattern);
    expect(matcher.owner).toBe(own.owner);
  });

  test("reads every line of what docs/integrations.md prints", () => {
    const workspace = exampleIn(folderOf({}), "lvs-dr");
    const bin = halintCommand();
    const { stdout, status } = spawnSync("bash", ["-c", snippet("matcher")], {
      cwd: workspace,
      encoding: "utf8",
      env: { ...plainEnv, PATH: `${bin}:${process.env.PATH}` },
    });
    expect(status).toBe(1);
    const [add, ...lines] = stdout.trimEnd().split("\n");
    expect(existsSync(join(root, add?.replace("::add-matcher::", "") ?? ""))).toBe(true);
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) {
      const match = new RegExp(pattern.regexp).exec(line) ?? [];
      expect(existsSync(join(workspace, match[pattern.file] ?? "none"))).toBe(true);
      expect([match[pattern.line], match[pattern.column]].map(Number).every((one) => one > 0)).toBe(true);
      expect(["error", "warning", "info"]).toContain(match[pattern.severity]);
      expect(match[pattern.message]).not.toBe("");
      expect(match[pattern.code]).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    }
  });
});

/** A folder for PATH, with the command halint. */
function halintCommand(): string {
  const folder = folderOf({});
  symlinkSync(join(built, "dist/halint.js"), join(folder, "halint"));
  writeFileSync(join(folder, "README"), "");
  return folder;
}
