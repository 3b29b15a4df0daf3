import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { check } from "../../workspace/check.ts";
import { known } from "../../workspace/levels.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { twoNodes } from "../support/corosync.ts";
import { folderOf } from "./toy.ts";

const vrrp = (line: string): string => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    ${line}
    virtual_ipaddress {
        192.0.2.1/24
    }
}
`;
const corosync = `totem {
    version: 2
    cluster_name: web
    config_version: 1
    transport: knet
    token: 5000
    crypto_cipher: aes256
    crypto_hash: sha256
}
nodelist {
${twoNodes}}
quorum {
    provider: corosync_votequorum
    two_node: 1
}
`;

/** "severity rule" of what is found with this config in two machines of one mistake each. */
async function found(config: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const cwd = folderOf({
    "halint.config.yaml": config,
    "a/etc/keepalived/keepalived.conf": vrrp("advert_jitter 5"),
    "old/b/etc/keepalived/keepalived.conf": vrrp("advert_jitter 5"),
    ...files,
  });
  const { findings } = check(await openWorkspace(["."], { disk: nodeDisk, cwd }));
  return findings.map(({ rule, severity, at }) => `${at.source.path.split("/")[0]} ${severity} ${rule}`);
}

const rule = "schema/unknown-keyword";

describe("rules of a halint.config", () => {
  test.each([
    ["", ["a error", "old error"]],
    [`rules: { ${rule}: off }`, []],
    [`rules: { ${rule}: info }`, ["a info", "old info"]],
    ["rules: { schema/*: warning }", ["a warning", "old warning"]],
    [`rules: { "*": off, ${rule}: info, schema/*: warning }`, ["a info", "old info"]],
    [`overrides: [{ files: old/**, rules: { schema/*: off } }]`, ["a error"]],
    [
      `rules: { ${rule}: off }\noverrides:\n  - { files: ["old/**"], rules: { ${rule}: info } }\n  - { files: a/**, rules: { "*": warning } }`,
      ["a warning", "old info"],
    ],
  ])("%s", async (config, expected) => {
    expect(await found(config)).toEqual(expected.map((one) => `${one} ${rule}`));
  });

  test("strict is one step graver, and own levels go before it", async () => {
    const files = { "a/etc/corosync/corosync.conf": corosync.replace("token: 5000", "token: 60000") };
    const high = (findings: string[]) => findings.filter((one) => one.includes("token-high"));
    expect(high(await found("", files))).toEqual(["a info corosync/token-high"]);
    expect(high(await found("extends: strict", files))).toEqual(["a warning corosync/token-high"]);
    expect(high(await found("extends: [strict, azure]", files))).toEqual([]);
    expect(high(await found("extends: strict\nrules: { corosync/token-high: info }", files))).toEqual([
      "a info corosync/token-high",
    ]);
  });

  test("a platform's profile brings the options of its rule, and own ones go before them", async () => {
    const files = { "a/etc/corosync/corosync.conf": corosync };
    const count = async (config: string) =>
      (await found(config, files)).filter((one) => one === "a warning corosync/platform-timing").length;
    expect(await count("")).toBe(0);
    expect(await count("extends: azure")).toBe(5);
    expect(
      await count("extends: azure\nrules: { corosync/platform-timing: [warning, { token: 5000 }] }"),
    ).toBe(0);
    expect(await count("extends: azure\nrules: { corosync/platform-timing: off }")).toBe(0);
  });

  test("reasons are asked for where the config says so", async () => {
    const files = {
      "a/etc/keepalived/keepalived.conf": vrrp(`advert_jitter 5 # halint-disable-line ${rule}`),
      "old/b/etc/keepalived/keepalived.conf": vrrp(`advert_jitter 5 # halint-disable-line ${rule} -- ours`),
    };
    expect(await found("", files)).toEqual([]);
    expect(await found("suppressions: { require-reason: true }", files)).toEqual([
      "a warning halint/missing-reason",
    ]);
  });

  test.each([
    [
      "rules:\n  schema/unknown-keywrd: off",
      '2:3: unknown rule "schema/unknown-keywrd"; did you mean "schema/unknown-keyword"?',
    ],
    ["rules:\n  nowhere/*: off", '2:3: unknown rule "nowhere/*"'],
    [`rules:\n  ${rule}: loud`, `2:27: rules.${rule} must be one of off, info, warning, error`],
    [`rules:\n  ${rule}: [off]`, `2:27: rules.${rule} must NOT have fewer than 2 items`],
    [`rules:\n  ${rule}: [info, {}]`, `2:34: ${rule} has no options`],
    [
      "rules:\n  corosync/platform-timing: [info, { tokn: 1 }]",
      '2:38: unknown key "tokn" in rules.corosync/platform-timing.1; did you mean "token"?',
    ],
    [
      "rules:\n  corosync/platform-timing: [info, { token: no }]",
      "2:45: rules.corosync/platform-timing.1.token must be integer",
    ],
    ["extends: strickt", '1:10: unknown profile "strickt"; did you mean "strict"?'],
    ["extends: [strict, aws, x]", '1:24: unknown profile "x"; known: recommended'],
    ["overrides: [{ files: a }]", "1:13: overrides.0 must have required property 'rules'"],
    [`overrides: [{ files: a, rules: { ${rule}: [off, {}] } }]`, "1:58: overrides.0.rules."],
    [`overrides: [{ files: a, rules: { x/y: off } }]`, '1:34: unknown rule "x/y"'],
    ["suppressions: { reasons: true }", '1:17: unknown key "reasons" in suppressions'],
    ["baseline: ../../etc/passwd", "1:11: the baseline must lie in the folder of this file"],
  ])("that are wrong are told with their place: %s", async (config, message) => {
    await expect(found(config)).rejects.toMatchObject({ name: "UsageError" });
    await expect(found(config)).rejects.toThrow(`halint.config.yaml:${message}`);
  });

  test("a built-in profile names rules that exist, and options that they take", async () => {
    const ids = new Set(rules.map(({ id }) => id));
    const table = JSON.parse(readFileSync(new URL("../../schemas/profiles.json", import.meta.url), "utf8"));
    for (const [name, { rules = {} }] of Object.entries<{ rules?: object }>(table)) {
      expect(known().profiles).toContain(name);
      for (const id of Object.keys(rules)) expect(ids).toContain(id);
      expect(await found(JSON.stringify({ rules }))).toBeDefined();
    }
  });
});
