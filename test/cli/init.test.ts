import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../workspace/toy.ts";
import { right, run, wrong } from "./run.ts";

const path = "/etc/keepalived/keepalived.conf";
const release = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\nVERSION_ID="12"\n';

describe("halint init", () => {
  test("writes what it finds, and halint then reads it so", async () => {
    const cwd = folderOf({
      [`lvs/zerg${path}`]: right,
      [`lvs/true${path}`]: right,
      "lvs/zerg/etc/os-release": release,
      "lvs/true/etc/debian_version": "12.5\n",
    });
    const { code, out } = await run(["init"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("halint.config.yaml: ");
    expect(
      readFileSync(join(cwd, "halint.config.yaml"), "utf8"),
    ).toBe(`# recommended, strict or security; azure, aws, gcp or suse for the timing of corosync
extends: recommended

# the folder that stands for each machine's /
nodes:
  "true": { root: lvs/true }
  zerg: { root: lvs/zerg }

# machines that work together
clusters:
  lvs: { nodes: ["true", zerg] }

# the versions to check for
targets: debian-12

# off, info, warning or error, by id or room/*: halint rules lists them
# rules: { haproxy/*: warning }
`);
    const nodes = await run(["nodes"], { cwd });
    expect(nodes.err).toBe("");
    expect(nodes.out).toContain("halint.config.yaml:");
  });

  test("writes no target that the machines do not agree on, and nothing where a config is", async () => {
    const cwd = folderOf({
      [`lvs/zerg${path}`]: right,
      [`lvs/terran${path}`]: right,
      "lvs/zerg/etc/os-release": release,
    });
    await run(["init"], { cwd });
    const text = readFileSync(join(cwd, "halint.config.yaml"), "utf8");
    expect(text).toContain("# targets: debian-11\n");
    const again = await run(["init"], { cwd });
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining("is there already") });
    expect(readFileSync(join(cwd, "halint.config.yaml"), "utf8")).toBe(text);
  });

  test("of an empty folder is a config too", async () => {
    const cwd = folderOf({});
    expect((await run(["init"], { cwd })).out).toContain("no machines found");
    expect(existsSync(join(cwd, "halint.config.yaml"))).toBe(true);
    expect((await run(["nodes"], { cwd })).err).not.toContain("halint.config.yaml:");
  });
});

test("halint --print-config tells what holds for a file", async () => {
  const cwd = folderOf({
    [`zerg${path}`]: wrong,
    "halint.config.yaml":
      "extends: [strict, azure]\ntargets: debian-12\noverrides: [{ files: zerg/**, rules: { schema/unknown-keyword: off } }]\n",
  });
  const { code, out } = await run(["--print-config", `zerg${path}`], { cwd });
  expect(code).toBe(0);
  const told = JSON.parse(out);
  expect(told).toMatchObject({
    file: `zerg${path}`,
    format: "keepalived",
    node: "zerg",
    extends: ["strict", "azure"],
    targets: { keepalived: "2.2.7" },
    "fail-level": "error",
  });
  expect(told.rules["schema/unknown-keyword"]).toBe("off");
  expect(told.rules["halint/unused-suppression"]).toBe("error");
  expect(Object.keys(told.rules).filter((id) => id.startsWith("corosync/"))).toEqual([]);
  expect((await run(["--print-config", "none"], { cwd })).code).toBe(2);
});
