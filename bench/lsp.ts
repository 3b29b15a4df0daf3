import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { shapes } from "./configurations.ts";

/**
 * From a keystroke to fresh diagnostics of the whole cluster, at the protocol, beside what other editors' integrations do: run the
 * whole checker again. `npx tsx bench/lsp.ts`. Keys follow each other without a pause; the worst are the first, before V8 has
 * compiled. Never fails on a time.
 */
const keys = 1_000;
const keysOfLarge = 300;

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "halint-lsp-"));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

interface Subject {
  readonly name: string;
  /** Milliseconds that 99 of 100 keys should take at the most. */
  readonly goal: number;
  readonly folder: string;
  /** The file that is typed in. */
  readonly file: string;
  /** What an integration without a server would run. */
  readonly again: readonly [command: string, ...args: string[]];
}

function haproxyOf(name: string, backends: number, goal: number): Subject {
  const path = join(folder, name, "lb/etc/haproxy");
  mkdirSync(path, { recursive: true });
  const file = join(path, "haproxy.cfg");
  writeFileSync(file, shapes["named ACLs"](backends));
  return { name, goal, folder: join(folder, name), file, again: ["haproxy", "-c", "-f", file] };
}

function seed(): Subject {
  const path = join(folder, "seed");
  cpSync(join(root, "examples/lvs-dr"), path, { recursive: true });
  return {
    name: "the seed cluster",
    goal: 16,
    folder: path,
    file: join(path, "zerg/etc/keepalived/keepalived.conf"),
    again: [process.execPath, join(root, "dist/halint.js"), path],
  };
}

function nodes(count: number): Subject {
  const path = join(folder, "nodes");
  for (let i = 0; i < count; i++)
    cpSync(join(root, "examples/lvs-dr/zerg"), join(path, `node${i}`), { recursive: true });
  return {
    name: `${count} nodes`,
    goal: 100,
    folder: path,
    file: join(path, "node0/etc/keepalived/keepalived.conf"),
    again: [process.execPath, join(root, "dist/halint.js"), path],
  };
}

async function typed({ folder: workspace, file }: Subject): Promise<number[]> {
  const server = spawn(process.execPath, [join(root, "dist/halint.js"), "lsp", "--stdio"], { env });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const uri = pathToFileURL(file).href;
  let wake = (): void => {};
  client.onNotification("textDocument/publishDiagnostics", (given: { uri: string }) => {
    if (given.uri === uri) wake();
  });
  client.onRequest("client/registerCapability", () => null);
  client.listen();
  const told = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: pathToFileURL(workspace).href,
    // As VS Code does: it tells what changes on the disk.
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  });
  const text = readFileSync(file, "utf8");
  const first = told();
  await client.sendNotification("initialized", {});
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "x", version: 0, text: `${text}oops\n` },
  });
  await first;
  const end = text.split("\n").length - 1;
  const times: number[] = [];
  for (let key = 1; key <= (text.length > 1e6 ? keysOfLarge : keys); key++) {
    const start = process.hrtime.bigint();
    const answer = told();
    const at = { line: end, character: 0 };
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: key },
      contentChanges: [{ range: { start: at, end: at }, text: "o" }],
    });
    await answer;
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  client.dispose();
  server.kill();
  return times.sort((a, b) => a - b);
}

function again(command: string, ...args: string[]): number | undefined {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(command, args, { env, stdio: "ignore" });
  return error ? undefined : Number(process.hrtime.bigint() - start) / 1e6;
}

const subjects = [
  seed(),
  haproxyOf("haproxy.cfg of 9,000 lines", 1_000, 50),
  haproxyOf("haproxy.cfg of 90,000 lines", 10_000, 250),
  nodes(100),
];

try {
  for (const subject of subjects) {
    const times = await typed(subject);
    const [median, p99] = [times[times.length >> 1]!, times[Math.ceil(times.length * 0.99) - 1]!];
    const whole = again(...subject.again);
    const beside = whole === undefined ? "" : `; the checker again: ${whole.toFixed(0)} ms`;
    console.log(
      `${subject.name}: median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (goal ${subject.goal} ms), worst of ${times.length} keys ${times.at(-1)!.toFixed(1)} ms${beside}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
