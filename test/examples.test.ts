import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./support/tree.ts";

const fixed = fileURLToPath(new URL("../examples/lvs-dr-fixed", import.meta.url));
const oracles = "/work/shared/oracles";

/** Which daemon reads which file of the example, by the script that asks it. */
const asked: readonly (readonly [script: string, file: RegExp])[] = [
  ["keepalived.py", /\/etc\/keepalived\/keepalived\.conf$/],
  ["drbd.py", /\/etc\/drbd\.conf$/],
  ["ocfs2.py", /\/etc\/ocfs2\/cluster\.conf$/],
  ["o2cb_default.py", /\/etc\/default\/(o2cb|ipvsadm)$/],
  ["interfaces.py", /\/etc\/network\/interfaces$/],
  ["fstab.py", /\/etc\/fstab$/],
  ["hosts.py", /\/etc\/hosts$/],
  ["sysctl.py", /\/etc\/sysctl\.d\/.*\.conf$/],
];

/** What the script prints for a file: its daemon's verdict, and whether only this machine is at fault. */
interface Answer {
  readonly verdict: string;
  readonly environment: boolean;
  readonly messages: readonly unknown[];
}

const ask = (script: string, file: string): Answer => {
  const { stdout, stderr } = spawnSync("python3", [`${oracles}/${script}`, `${fixed}/${file}`], {
    encoding: "utf8",
  });
  return stdout ? JSON.parse(stdout) : { verdict: stderr, environment: false, messages: [] };
};

const files = Object.keys(filesBelow(fixed));
const questions = asked.flatMap(([script, pattern]) =>
  files.filter((file) => pattern.test(file)).map((file) => ({ script, file })),
);
const able = existsSync(oracles) && process.getuid?.() === 0;

describe(`the daemons accept examples/lvs-dr-fixed${able ? "" : " (skipped: needs root and the daemons)"}`, () => {
  test.skipIf(!able).each(questions)(
    "$file",
    ({ script, file }) => {
      const { verdict, environment, messages } = ask(script, file);
      expect(verdict === "accept" || environment, JSON.stringify(messages)).toBe(true);
    },
    60_000,
  );
});
