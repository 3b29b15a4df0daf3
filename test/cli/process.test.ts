import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { folderOf } from "../workspace/toy.ts";
import { right, wrong } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const built = mkdtempSync(join(tmpdir(), "halint-dist-"));

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.js", built], {
    cwd: root,
    encoding: "utf8",
    env,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
}, 60_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe("starting programs", () => {
  const holds = (name: string): boolean => /child_process/.test(readFileSync(join(built, name), "utf8"));

  test("is in the part that asks daemons alone", () => {
    expect(holds("daemons.js")).toBe(true);
    for (const name of ["halint.js", "config.js", "pages.js"])
      expect([name, holds(name)]).toEqual([name, false]);
    // commander names the module, of which an empty one stands in the bundle.
    expect(readFileSync(join(built, "main.js"), "utf8")).not.toMatch(/require\("(?:node:)?child_process"\)/);
  });
});

/** A run of `halint --watch`, with what it has printed. */
interface Watcher {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Waits until this has been printed so many times. */
  readonly until: (text: string, times?: number) => Promise<void>;
  /** Ends it by Ctrl-C; gives its exit code. */
  readonly end: () => Promise<number | null>;
}

function watcher(cwd: string, ...args: string[]): Watcher {
  const child = spawn(process.execPath, [join(built, "halint.js"), "--watch", "-f", "compact", ...args], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let all = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (text: string) => {
      all += text;
    });
  const until = async (text: string, times = 1): Promise<void> => {
    for (let i = 0; i < 400; i++) {
      if (all.split(text).length > times) return;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(`"${text}" was not printed ${times} times:\n${all}`);
  };
  return {
    child,
    said: () => all,
    until,
    end: () =>
      new Promise((done) => {
        child.once("exit", done);
        child.kill("SIGINT");
      }),
  };
}

const path = "c/n/etc/keepalived/keepalived.conf";
const write = (folder: string, name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

describe("halint --watch", () => {
  test("checks again what changes, in new folders too, and ends with the last exit code", async () => {
    const folder = folderOf({ [path]: right });
    const { until, said, end } = watcher(folder);
    await until("waiting for changes");
    expect(said()).toContain("checked; waiting");
    expect(said()).not.toContain("\x1b");
    write(folder, path, wrong);
    await until(`${path} changed: checked again`);
    expect(said()).toContain("unknown keyword virtual_router_idd");
    // As editors save: another file takes its place.
    write(folder, "c/n/etc/keepalived/.new", right);
    renameSync(join(folder, "c/n/etc/keepalived/.new"), join(folder, path));
    await until("no findings", 2);
    const other = "d/m/etc/keepalived/keepalived.conf";
    write(folder, other, wrong);
    await until(`${other}:3:5: error`);
    expect(await end()).toBe(1);
  });

  test("outlives a folder that vanishes and comes back, and a config that is wrong for a while", async () => {
    const folder = folderOf({ [path]: wrong });
    const { until, end } = watcher(folder, "c");
    await until("waiting for changes");
    rmSync(join(folder, "c"), { recursive: true });
    await until("no such file or folder");
    write(folder, path, right);
    await until("no findings");
    write(folder, "halint.config.json", "{");
    write(folder, path, wrong);
    await until("halint: halint.config.json");
    write(folder, "halint.config.json", "{}");
    write(folder, path, right);
    await until("no findings", 2);
    expect(await end()).toBe(0);
  });

  test("rests while nothing changes, though it writes a report into the folder that it watches", async () => {
    const folder = folderOf({ [path]: wrong });
    const { child, until, said, end } = watcher(folder, "-f", "json=out.json");
    await until("waiting for changes");
    const ticks = (): number => {
      const [, fields = ""] = /\) (.*)/.exec(readFileSync(`/proc/${child.pid}/stat`, "utf8")) ?? [];
      return Number(fields.split(" ")[11]) + Number(fields.split(" ")[12]);
    };
    await new Promise((done) => setTimeout(done, 500));
    const before = ticks();
    await new Promise((done) => setTimeout(done, 1000));
    expect(ticks() - before).toBeLessThan(10);
    expect(said().split("waiting for changes")).toHaveLength(2);
    expect(await end()).toBe(1);
  });

  test.each(["--fix", "--diff", "--baseline-write", "--print-config=x"])("does not go with %s", (option) => {
    const { status, stderr } = spawnSync(process.execPath, [join(built, "halint.js"), "--watch", option], {
      cwd: folderOf({ [path]: right }),
      encoding: "utf8",
      env,
      timeout: 20_000,
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("--watch only looks") });
  });
});
