import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run } from "./cli/run.ts";
import { filesBelow } from "./support/tree.ts";

const examples = fileURLToPath(new URL("../examples", import.meta.url));
const oracles = "/work/shared/oracles";

test("README shows what halint prints", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const shown = /```\n(.*?)\n```/s.exec(readme)![1]!;
  const { out } = await run([], { cwd: join(examples, "lvs-dr") });
  expect(out).toContain(`${shown}\n`);
});

/** Which daemon reads which file of the examples, by the script that asks it. */
const asked: readonly (readonly [script: string, file: RegExp])[] = [
  ["keepalived.py", /\/etc\/keepalived\/keepalived\.conf$/],
  ["drbd.py", /\/etc\/drbd\.conf$/],
  ["ocfs2.py", /\/etc\/ocfs2\/cluster\.conf$/],
  ["o2cb_default.py", /\/etc\/default\/(o2cb|ipvsadm)$/],
  ["interfaces.py", /\/etc\/network\/interfaces$/],
  ["fstab.py", /\/etc\/fstab$/],
  ["hosts.py", /\/etc\/hosts$/],
  ["sysctl.py", /\/etc\/sysctl\.d\/.*\.conf$/],
  ["corosync.py", /\/etc\/corosync\/corosync\.conf$/],
  ["galera.py", /\/etc\/mysql\/.*\.cnf$/],
  ["crmsh.py", /\.crm$/],
];

/** What the script prints for a file: its daemon's verdict, and whether only this machine is at fault. */
interface Answer {
  readonly verdict: string;
  readonly environment: boolean;
  readonly messages: readonly unknown[];
}

const ask = (script: string, file: string): Answer => {
  const { stdout, stderr } = spawnSync("python3", [`${oracles}/${script}`, `${examples}/${file}`], {
    encoding: "utf8",
  });
  return stdout ? JSON.parse(stdout) : { verdict: stderr, environment: false, messages: [] };
};

const questions = ["lvs-dr-fixed", "galera-pacemaker-fixed"].flatMap((example) =>
  Object.keys(filesBelow(join(examples, example))).flatMap((file) =>
    asked.flatMap(([script, pattern]) =>
      pattern.test(`/${file}`) ? [{ script, file: `${example}/${file}` }] : [],
    ),
  ),
);
const able = existsSync(oracles) && process.getuid?.() === 0;
const skipped = able ? "" : " (skipped: needs root and the daemons)";

describe(`the daemons accept the examples made right${skipped}`, () => {
  test.skipIf(!able).each(questions)(
    "$file",
    ({ script, file }) => {
      const { verdict, environment, messages } = ask(script, file);
      expect(verdict === "accept" || environment, JSON.stringify(messages)).toBe(true);
    },
    60_000,
  );

  test.skipIf(!able)(
    "crm_verify finds nothing in the CIB that crmsh makes, when all nodes are up",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "halint-cib-"));
      const cib = join(folder, "cib.xml");
      const run = (command: string, ...args: string[]) =>
        spawnSync(command, args, { encoding: "utf8", env: { ...process.env, CIB_file: cib } });
      writeFileSync(cib, run("cibadmin", "--empty").stdout);
      run("crm", "-F", "configure", "load", "replace", join(examples, "galera-pacemaker-fixed/cluster.crm"));
      const states = ["nodoha", "nodoha2", "nodoha3"].map(
        (name, i) =>
          `<node_state id="${i + 1}" uname="${name}" in_ccm="true" crmd="online" join="member" expected="member"/>`,
      );
      const text = readFileSync(cib, "utf8");
      expect(text).toContain('<primitive id="WebServer"');
      writeFileSync(
        cib,
        text
          .replace("<cib ", '<cib have-quorum="1" dc-uuid="1" ')
          .replace("<status/>", `<status>${states.join("")}</status>`),
      );
      const { status, stdout, stderr } = run("crm_verify", "-x", cib, "-VV");
      rmSync(folder, { recursive: true });
      expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: "" });
    },
    60_000,
  );
});
