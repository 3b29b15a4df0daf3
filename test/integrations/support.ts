import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

/** The checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
export const page = "docs/integrations.md";

/** The surroundings of a program without those of the test's own npm and runner. */
export const plainEnv: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_|^(NODE_EXTRA_CA_CERTS|NODE_ENV|GITHUB_\w+|CI)$|^VITEST/i.test(name),
  ),
);

/** A fenced block of docs/integrations.md by the name behind its language: \`\`\`yaml .pre-commit-config.yaml */
export function snippet(name: string): string {
  const found = snippets().find((one) => one.name === name);
  if (!found) throw new Error(`${page} has no block ${name}`);
  return found.text;
}

export const snippets = (): { readonly name: string; readonly text: string }[] =>
  [...textOf(page).matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, name, text]) => ({
    name: name ?? language ?? "",
    text: text ?? "",
  }));

export const canRun = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore", env: plainEnv }).status === 0;

/** Behind the name of a test that cannot be run here, so that the run shows it. */
export const unless = (able: boolean, what: string): string => (able ? "" : ` (skipped: no ${what} here)`);

/** halint built for the tests of a file: the folder that holds dist/, with the command halint in bin/. */
export function builtHalint(): string {
  const folder = mkdtempSync(join(tmpdir(), "halint-built-"));
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/build.js", join(folder, "dist")], {
      cwd: root,
      encoding: "utf8",
      env: plainEnv,
    });
    if (status !== 0) throw new Error(stderr);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of one of examples/ as a folder of its own. */
export function exampleIn(folder: string, name: "lvs-dr" | "lvs-dr-fixed"): string {
  cpSync(join(root, "examples", name), folder, { recursive: true });
  return folder;
}
