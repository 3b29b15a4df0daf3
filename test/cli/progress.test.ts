import { expect, test } from "vitest";
import type { Io } from "../../cli/io.ts";
import { progressOn } from "../../cli/progress.ts";

/** What is written when these are told, each at its millisecond. */
function written(steps: readonly (readonly [time: number, what: string])[], io: Partial<Io> = {}): string {
  let out = "";
  let time = 0;
  const err = (text: string): void => {
    out += text;
  };
  const given = { cwd: "/", env: {}, isTerminal: false, isErrTerminal: true, out: err, err, ...io };
  const progress = progressOn(given, () => time);
  for (const [at, what] of steps) {
    time = at;
    progress.now(what);
  }
  progress.end();
  return out;
}

test("nothing is shown in the first second", () => {
  expect(
    written([
      [10, "reading a"],
      [999, "reading b"],
    ]),
  ).toBe("");
});

test("then one line that changes in place, ten times a second at most, and goes away", () => {
  expect(
    written([
      [1000, "reading a"],
      [1050, "reading b"],
      [1100, "reading \u001b[2Jc"],
    ]),
  ).toBe("\r\u001b[Kreading a\r\u001b[Kreading ␛[2Jc\r\u001b[K");
});

test("a long path is cut to its end", () => {
  const [line = ""] = written([[2000, `reading ${"x".repeat(200)}/end`]])
    .split("\r\u001b[K")
    .slice(1);
  expect(line).toHaveLength(78);
  expect(line).toMatch(/^…x+\/end$/);
});

test("nothing is shown where nobody looks", () => {
  const steps = [[5000, "reading a"]] as const;
  expect(written(steps, { isErrTerminal: false })).toBe("");
  expect(written(steps, { env: { CI: "true" } })).toBe("");
  expect(written(steps, { env: { TERM: "dumb" } })).toBe("");
});
