import * as real from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Rewrite } from "../../cli/write.ts";
import { folderOf } from "../workspace/toy.ts";

/** The call at which the machine stops: half of it is done, and nothing after it. `once`: only that call fails. */
const crash = vi.hoisted(() => ({ at: Number.POSITIVE_INFINITY, calls: 0, once: false }));

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const failing = [
    "closeSync",
    "fchmodSync",
    "fchownSync",
    "fsyncSync",
    "ftruncateSync",
    "openSync",
    "renameSync",
    "unlinkSync",
    "writeSync",
  ] as const;
  const wrapped = failing.map((name) => [
    name,
    (...args: unknown[]) => {
      const call = ++crash.calls;
      const fails = crash.once ? call === crash.at : call >= crash.at;
      if (!fails) return (fs[name] as (...all: unknown[]) => unknown)(...args);
      if (name === "writeSync" && call === crash.at) {
        const [file, bytes, offset, length, position] = args as [number, Buffer, number, number, number];
        fs.writeSync(file, bytes, offset, length >> 1, position);
      }
      if (name === "closeSync") fs.closeSync(args[0] as number);
      throw new Error(`stopped in ${name}`);
    },
  ]);
  return { ...fs, ...Object.fromEntries(wrapped) };
});

// Another test of this worker may have loaded it with the real node:fs.
vi.resetModules();
const { rewriteAll } = await import("../../cli/write.ts");

const before = "before\n".repeat(50);
const after = "after, which is longer\n".repeat(50);

function inFolder(linked: boolean): { folder: string; files: Rewrite[] } {
  const folder = folderOf({ one: `1${before}`, two: `2${before}` });
  if (linked)
    for (const name of ["one", "two"]) real.linkSync(join(folder, name), join(folder, `${name}.link`));
  const files = ["one", "two"].map((name, i) => ({
    path: join(folder, name),
    before: `${i + 1}${before}`,
    after: `${i + 1}${after}`,
  }));
  return { folder, files };
}

function attempt(files: readonly Rewrite[], at: number, once: boolean): { threw: boolean; calls: number } {
  Object.assign(crash, { at, calls: 0, once });
  try {
    rewriteAll(files);
    return { threw: false, calls: crash.calls };
  } catch {
    return { threw: true, calls: crash.calls };
  } finally {
    crash.at = Number.POSITIVE_INFINITY;
  }
}

const textsIn = (folder: string): string[] =>
  real.readdirSync(folder).map((name) => real.readFileSync(join(folder, name), "utf8"));

describe.each([false, true])("a rewrite, with other hard links: %s", (linked) => {
  const allCalls = (): number => attempt(inFolder(linked).files, Number.POSITIVE_INFINITY, false).calls;

  test("writes all files and leaves nothing beside them", () => {
    const { folder, files } = inFolder(linked);
    const { calls } = attempt(files, Number.POSITIVE_INFINITY, false);
    for (const file of files) expect(real.readFileSync(file.path, "utf8")).toBe(file.after);
    expect(real.readdirSync(folder).length).toBe(linked ? 4 : 2);
    expect(calls).toBeGreaterThan(10);
  });

  test("that stops at any point loses no byte", () => {
    for (let at = allCalls(); at > 0; at--) {
      const { folder, files } = inFolder(linked);
      attempt(files, at, false);
      for (const file of files) {
        const text = real.readFileSync(file.path, "utf8");
        const whole = text === file.before || text === file.after;
        expect(whole || (linked && textsIn(folder).includes(file.before))).toBe(true);
      }
    }
  });

  test("of which one call fails puts every file back", () => {
    let failed = 0;
    for (let at = allCalls(); at > 0; at--) {
      const { folder, files } = inFolder(linked);
      const { threw } = attempt(files, at, true);
      if (threw) failed++;
      for (const file of files)
        expect(real.readFileSync(file.path, "utf8")).toBe(threw ? file.before : file.after);
      if (threw) expect(textsIn(folder).filter((text) => text.includes("after"))).toEqual([]);
    }
    expect(failed).toBeGreaterThan(10);
  });
});

test("a file that has changed since it was read stays as it is, and all of its group", () => {
  const { files } = inFolder(false);
  real.writeFileSync(files[1]!.path, "new");
  expect(() => rewriteAll(files)).toThrow("it has changed");
  expect(real.readFileSync(files[0]!.path, "utf8")).toBe(files[0]!.before);
  expect(real.readFileSync(files[1]!.path, "utf8")).toBe("new");
});
