import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { programs } from "./parts.ts";

/** A running VS Code that a browser may open. */
export interface CodeServer {
  readonly url: string;
  /** Where the editor's diagnostics are, as the probe writes them. */
  readonly findingsFile: string;
  /** Ids of the processes that run halint's language server. */
  readonly languageServers: () => readonly number[];
  readonly log: () => string;
  readonly stop: () => void;
}

/** Nothing that moves, asks or calls out. */
const settings = {
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "remote.autoForwardPorts": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.editor.enablePreview": false,
  "workbench.colorTheme": "Default Dark Modern",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "window.menuBarVisibility": "compact",
  "window.dialogStyle": "custom",
  "git.enabled": false,
  "npm.autoDetect": "off",
  "typescript.disableAutomaticTypeAcquisition": true,
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });

/** Starts the editor on a folder with the packed extensions; all it writes goes below `home`. */
export async function startCodeServer(
  home: string,
  folder: string,
  extensions: readonly string[],
): Promise<CodeServer> {
  const [data, installed, findingsFile] = ["data", "extensions", "findings.txt"].map((name) =>
    join(home, name),
  );
  mkdirSync(join(data!, "User"), { recursive: true });
  mkdirSync(installed!, { recursive: true });
  writeFileSync(join(data!, "User/settings.json"), JSON.stringify(settings));
  const config = join(home, "config.yaml");
  writeFileSync(config, "auth: none\ncert: false\n");
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    HALINT_E2E_FINDINGS: findingsFile!,
  };
  const common = [
    programs.codeServer,
    "--config",
    config,
    "--user-data-dir",
    data!,
    "--extensions-dir",
    installed!,
  ];
  const toInstall = extensions.flatMap((file) => ["--install-extension", file]);
  execFileSync(programs.node, [...common, ...toInstall], { env, stdio: ["ignore", "ignore", "pipe"] });

  const port = await freePort();
  const off = [
    "telemetry",
    "update-check",
    "workspace-trust",
    "getting-started-override",
    "file-downloads",
    "proxy",
  ];
  const args = [
    ...common,
    "--auth",
    "none",
    "--bind-addr",
    `127.0.0.1:${port}`,
    ...off.map((name) => `--disable-${name}`),
  ];
  const server = spawn(programs.node, [...args, folder], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let written = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (written += String(text)));
  const stop = (): void => endGroup(server);
  process.once("exit", stop);
  await answering(`http://127.0.0.1:${port}/healthz`, () => written);
  return {
    url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`,
    findingsFile: findingsFile!,
    languageServers: () => processesOf(installed!),
    log: () => written,
    stop,
  };
}

function endGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function answering(url: string, log: () => string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(200)) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error(`code-server did not start:\n${log()}`);
}

/** Processes whose command line names the server in the extensions of this run. */
const processesOf = (extensions: string): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = commandLine(pid);
      return words.some((word) => word.startsWith(extensions) && word.endsWith("/dist/server.js"));
    })
    .map(Number);

function commandLine(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
