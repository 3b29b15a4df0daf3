import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTargets } from "../../workspace/targets.ts";
import { folderOf, modelsOf, openToy, shape } from "./toy.ts";

const files = {
  "hosts/a/toy.conf": "toy",
  "hosts/b/etc/toy/toy.conf": "toy",
  "hosts/c/etc/toy/toy.conf": "toy",
  "old/etc/toy/toy.conf": "toy",
};
const withConfig = (config: unknown) =>
  folderOf({ ...files, "halint.config.json": JSON.stringify(config, null, 2) });

describe("halint.config", () => {
  test("names machines and clusters, and what it leaves out is found as before", async () => {
    const folder = withConfig({
      nodes: { zerg: { root: "hosts/a" }, terran: { root: "./hosts/b/" } },
      clusters: { lvs: { nodes: ["zerg", "terran"] } },
      ignore: ["old"],
    });
    const expected = [
      ["lvs", { zerg: ["/toy.conf!"], terran: ["/etc/toy/toy.conf!"] }],
      ["hosts", { c: ["/etc/toy/toy.conf!"] }],
    ];
    expect(shape(await openToy(folder))).toEqual(expected);
    expect(shape(await openToy(`${folder}/hosts`))).toEqual(expected);
  });

  test("without clusters makes one of its nodes", async () => {
    const folder = withConfig({
      nodes: { zerg: { root: "hosts/b" }, terran: { root: "old" } },
      ignore: ["hosts/{a,c}"],
    });
    expect(await openToy(folder)).toMatchObject({
      clusters: [{ nodes: [{ name: "zerg" }, { name: "terran" }] }],
    });
  });

  test("sets the versions to check for, and the command line goes before it", async () => {
    const folder = withConfig({ targets: "debian-12", "fail-level": "warning", ignore: ["hosts"] });
    expect(await openToy(folder)).toMatchObject({
      config: { failLevel: "warning" },
      targets: { keepalived: "2.2.7" },
    });
    const { clusters, targets } = await openToy(folder, ["."], {
      targets: { keepalived: "2.3.3", toyd: "1.5" },
    });
    expect(targets).toMatchObject({ keepalived: "2.3.3", haproxy: "2.6.12" });
    expect(modelsOf({ clusters } as never)[0]?.version).toBe("1.5");
  });

  test("is found above the folder that is checked, but not beyond its repository", async () => {
    const folder = folderOf({
      "halint.config.yaml": "ignore: ['**/b/**']\n",
      "in/n/a/etc/toy/toy.conf": "toy",
      "in/n/b/etc/toy/toy.conf": "toy",
      "repo/.git/HEAD": "",
      "repo/n/b/etc/toy/toy.conf": "toy",
    });
    expect(await openToy(folder, ["in/n"])).toMatchObject({ clusters: [{ nodes: [{ name: "a" }] }] });
    expect(await openToy(folder, ["repo/n"])).toMatchObject({ clusters: [{ nodes: [{ name: "b" }] }] });
  });

  test("may be YAML with comments, and JSON with a byte order mark", async () => {
    const yaml = folderOf({ ...files, "halint.config.yml": "# ours\nnodes:\n  zerg:\n    root: hosts/a\n" });
    expect(shape(await openToy(yaml, ["hosts/a"]))).toMatchObject([
      [expect.anything(), { zerg: ["/toy.conf!"] }],
    ]);
    const json = folderOf({ ...files, "halint.config.json": '\ufeff{ "ignore": ["hosts", "old"] }' });
    expect(shape(await openToy(json))).toEqual([]);
  });

  test.each([
    ['{\n  "node": {}\n}', '2:3: unknown key "node" in the file; did you mean "nodes"?'],
    [
      '{\n  "nodes": {\n    "zerg": { "rot": "." }\n  }\n}',
      "3:13: nodes.zerg must have required property 'root'",
    ],
    ['{\n  "nodes": { "zerg": { "root": "nowhere" } }\n}', "2:32: the root of zerg is no folder"],
    ['{ "nodes": { "a b": { "root": "." } } }', "1:12: nodes must match pattern"],
    ['{\n\n "fail-level": "eror" }', "3:16: fail-level must be one of error, warning, info, never"],
    ['{ "targets": "debian12" }', '1:14: unknown target "debian12"; did you mean "debian-12"?'],
    ['{ "targets": { "keepalived": "new" } }', "1:30: targets.keepalived must match pattern"],
    ['{ "ignore": "x" }', "1:13: ignore must be array"],
    ['{ "ignore": ["x"', "1:17: "],
    ["[]", "1:1: the file must be object"],
    ["a: 1\na: 2", "2:1: Map keys must be unique"],
  ])("that is wrong is a usage error with its place: %s", async (text, message) => {
    const folder = folderOf({ ...files, "halint.config.yaml": text });
    const opened = openToy(folder);
    await expect(opened).rejects.toMatchObject({ name: "UsageError" });
    await expect(opened).rejects.toThrow(`halint.config.yaml:${message}`);
  });

  test("that is named but missing or no text is a usage error", async () => {
    const folder = folderOf({ ...files, bad: "\0" });
    await expect(openToy(folder, ["."], { config: "none.json" })).rejects.toThrow("none.json no such file");
    await expect(openToy(folder, ["."], { config: "bad" })).rejects.toMatchObject({ name: "UsageError" });
  });

  test("cannot reach the prototype of objects", async () => {
    const folder = folderOf({
      ...files,
      "halint.config.json": '{ "__proto__": { "polluted": 1 }, "constructor": {} }',
    });
    await expect(openToy(folder)).rejects.toThrow("unknown key");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("targets", () => {
  test("are presets, versions, or both, the later over the earlier", () => {
    expect(parseTargets("debian-12")).toMatchObject({ keepalived: "2.2.7", drbd: "9.22.0" });
    expect(parseTargets("keepalived=2.2.7,drbd=9")).toEqual({ keepalived: "2.2.7", drbd: "9" });
    expect(parseTargets("Debian-13, keepalived=2.3.4")).toMatchObject({
      keepalived: "2.3.4",
      haproxy: "3.0.11",
    });
    expect(parseTargets("drbd-utils=9.15")).toEqual({ drbd: "9.15" });
  });

  test("name the whole cluster stack of a release, where its versions are known", () => {
    expect(parseTargets("sles-15")).toMatchObject({ corosync: "2.4.6", pacemaker: "2.1.7" });
    expect(parseTargets("rhel-8")).toMatchObject({ keepalived: "2.1.5", pacemaker: "2.1.7" });
    expect(parseTargets("rhel-9")).toMatchObject({ keepalived: "2.2.8", pacemaker: "2.1.9" });
    expect(parseTargets("rhel-10")).toMatchObject({ corosync: "3.1.9", pacemaker: "3.0.1" });
  });

  test.each([
    ["debian12", 'did you mean "debian-12"?'],
    ["keepalived", "a version of it is written keepalived=2.2.7"],
    ["keepalivd=2", 'unknown daemon "keepalivd" in target "keepalivd=2"; did you mean "keepalived"?'],
    ["keepalived=new", '"new" in target "keepalived=new" is no version'],
    ["keepalived=", '"" in target "keepalived=" is no version'],
    ["", 'unknown target ""'],
    ["constructor", 'unknown target "constructor"'],
    ["__proto__=1", 'unknown daemon "__proto__"'],
  ])("that are wrong are told: %s", (text, message) => expect(() => parseTargets(text)).toThrow(message));

  test("have a source for each version", () => {
    const table = JSON.parse(readFileSync(new URL("../../schemas/targets.json", import.meta.url), "utf8"));
    for (const preset of Object.values<Record<string, { version: string; source: string }>>(table.presets))
      for (const [daemon, { version, source }] of Object.entries(preset)) {
        expect(Object.keys(table.daemons)).toContain(daemon);
        expect(version).toMatch(/^\d+(\.\d+)+$/);
        expect(source).toContain(version);
      }
  });
});
