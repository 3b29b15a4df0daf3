import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { formatNames } from "../../cli/options.ts";
import { rules } from "../../rules/index.ts";
import type { DocumentRule } from "../../rules/rule.ts";
import { folderOf } from "../workspace/toy.ts";
import { readGithub, readGitlab, readRdjson, readReport, readSarif, xmlErrors } from "./reporters/strict.ts";
import { right, run, wrong } from "./run.ts";

const file = "c/n/etc/keepalived/keepalived.conf";
const faulty = { [file]: wrong };
const folder = () => folderOf(faulty);

describe("--format", () => {
  test("prints every format, each as its readers want it", async () => {
    const printed = Object.fromEntries(
      await Promise.all(
        formatNames.map(async (name) => [name, (await run(["-f", name], { files: faulty })).out] as const),
      ),
    );
    const isUnknown = (finding: Record<string, string>): boolean =>
      Object.values(finding).includes("schema/unknown-keyword");
    const { findings } = readReport(printed.json!);
    expect(findings.some(isUnknown)).toBe(true);
    const [sarif] = readSarif(printed.sarif!).runs;
    expect(sarif.results.find(isUnknown).locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: file, uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 23 },
    });
    expect(sarif.tool.driver.rules[0].help.markdown).toContain("## Wrong");
    expect(readGitlab(printed.gitlab!)[0].location.path).toBe(file);
    expect(
      readRdjson(printed.rdjson!).diagnostics.flatMap(
        (one: { suggestions?: object[] }) => one.suggestions ?? [],
      ),
    ).toContainEqual(expect.objectContaining({ text: "virtual_router_id" }));
    expect(readGithub(printed.github!)[0]!.properties.file).toBe(file);
    expect(await xmlErrors(printed.junit!, "junit.xsd")).toEqual([]);
    expect(await xmlErrors(printed.checkstyle!, "checkstyle.xsd")).toEqual([]);
    expect(await xmlErrors(printed.html!)).toEqual([]);
    expect(printed.html).toContain('<g class="node error" data-node="n"');
    expect(printed.html).toContain('data-find="192.0.2.1"');
    expect(printed.jsonl!.trimEnd().split("\n")).toHaveLength(findings.length);
    expect(printed.pretty).toContain("┌─");
    expect(printed.compact).toMatch(/^c\/n/);
  });

  test("goes to files as well, whole, and standard output gets what has none", async () => {
    const cwd = folder();
    const { code, out, err } = await run(
      ["-f", "pretty", "-f", "sarif=out.sarif", "-f", "json=deep=name.json"],
      { cwd, isTerminal: true },
    );
    expect(code).toBe(1);
    expect(out).toContain("┌─");
    expect(err).toContain("1 node");
    expect(readSarif(readFileSync(join(cwd, "out.sarif"), "utf8")).runs[0].results.length).toBeGreaterThan(0);
    readReport(readFileSync(join(cwd, "deep=name.json"), "utf8"));
    expect(readdirSync(cwd).sort()).toEqual(["c", "deep=name.json", "out.sarif"]);
    expect(statSync(join(cwd, "out.sarif")).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test("is the only one: files alone leave standard output empty", async () => {
    const { out, err } = await run(["-f", "pretty=x.txt"], { files: faulty, isTerminal: true });
    expect(out).toBe("");
    expect(err).toContain("1 node");
  });

  test("has no colours and links in a file", async () => {
    const cwd = folder();
    const env = { FORCE_HYPERLINK: "1" };
    await run(["--color", "-f", "pretty=x.txt"], { cwd, isTerminal: true, env });
    expect(readFileSync(join(cwd, "x.txt"), "utf8")).not.toContain("\u001b");
  });

  test("keeps mode and link of a file that is there", async () => {
    const cwd = folderOf({ ...faulty, "real/out.json": "old" });
    chmodSync(join(cwd, "real/out.json"), 0o640);
    symlinkSync("real/out.json", join(cwd, "link.json"));
    await run(["-f", "json=link.json"], { cwd });
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, "real/out.json")).mode & 0o777).toBe(0o640);
    readReport(readFileSync(join(cwd, "real/out.json"), "utf8"));
  });

  test("writes to what is no file without replacing it", async () => {
    expect((await run(["-f", "json=/dev/null"], { files: faulty })).code).toBe(1);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test.each([
    ["an empty name", ["-f", "json="], "the name of a file is missing"],
    ["a format that is none", ["-f", "xml=x"], "Allowed choices are pretty, compact, json"],
    [
      "two documents on standard output",
      ["-f", "json", "-f", "sarif"],
      "json needs standard output for itself",
    ],
    ["a log beside a document", ["-f", "pretty", "-f", "junit"], "junit=FILE"],
    ["one file for two", ["-f", "json=x", "-f", "sarif=./x"], "two outputs go to "],
    ["a folder that is not there", ["-f", "json=no/x"], "was not written: ENOENT"],
    ["a folder as file", ["-f", "json=c"], "was not written: EISDIR"],
    ["a file that is checked", ["-f", `json=${file}`], "is one of the files that were checked"],
  ])("ends with 2 on %s", async (_, args, message) => {
    const cwd = folder();
    const { code, err } = await run(args, { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(readFileSync(join(cwd, file), "utf8")).toBe(wrong);
    expect(existsSync(join(cwd, "x"))).toBe(false);
  });
});

test("names of folders and values that want to break out are only text", async () => {
  const text = (value: string): Uint8Array =>
    Buffer.concat([
      Buffer.from(right.replace("VI_1", `"${value}"`).replace("eth0", "]]>\u202e\u001b[2J<b>")),
      Buffer.from([0x23, 0xff, 0xfe, 0x0a]),
      Buffer.from("vrrp_instnace ]]><script>alert(1)</script> ::error::x %0A {\n}\n"),
    ]);
  const hostile = [
    "\"'><img src=x onerror=alert(1)>",
    "]]><![CDATA[--><!--",
    "a%0A::error file=x::y\n::stop-commands::z",
    "\u202e\u2066\u001b]8;;x\u0007\u009b",
  ];
  const files = Object.fromEntries(
    hostile.map((name) => [
      `c ${name}/${name}/etc/keepalived/keepalived.conf`,
      text(name) as unknown as string,
    ]),
  );
  const printed = async (name: string): Promise<string> => {
    const { code, out } = await run(["-f", name], { files });
    expect(code).toBe(1);
    expect(out).not.toMatch(
      /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/,
    );
    return out;
  };
  const count = readReport(await printed("json")).findings.length;
  expect(count).toBeGreaterThan(8);
  expect(readSarif(await printed("sarif")).runs[0].results).toHaveLength(count);
  expect(readGitlab(await printed("gitlab"))).toHaveLength(count);
  expect(readRdjson(await printed("rdjson")).diagnostics).toHaveLength(count);
  expect(readGithub(await printed("github"))).toHaveLength(count);
  expect(await xmlErrors(await printed("junit"), "junit.xsd")).toEqual([]);
  expect(await xmlErrors(await printed("checkstyle"), "checkstyle.xsd")).toEqual([]);
  const page = await printed("html");
  expect(await xmlErrors(page)).toEqual([]);
  expect(page).not.toMatch(/<img|<script>alert|<b>/);
  expect(page).toContain("<svg ");
});

describe("in a GitHub workflow", () => {
  const env = { GITHUB_ACTIONS: "true" };

  test("annotations follow the log by themselves", async () => {
    const { out } = await run([], { files: faulty, env });
    expect(out).toContain("┌─");
    expect(readGithub(out.slice(out.indexOf("::error ")))).toContainEqual({
      command: "error",
      properties: expect.objectContaining({ title: "schema/unknown-keyword", file, line: "3", col: "5" }),
      message: expect.stringContaining("virtual_router_idd"),
    });
  });

  test("a format that is named stands alone", async () => {
    expect((await run(["-f", "pretty"], { files: faulty, env })).out).not.toContain("::error");
    readReport((await run(["-f", "json"], { files: faulty, env })).out);
  });

  test("paths are those of the repository, wherever halint runs in it", async () => {
    const root = folder();
    const found = async (more: Record<string, string>) =>
      readGithub((await run(["-f", "github"], { cwd: join(root, "c"), env: { ...env, ...more } })).out)[0]!
        .properties.file;
    expect(await found({ GITHUB_WORKSPACE: root })).toBe(file);
    expect(await found({})).toBe(file.slice(2));
    expect(await found({ GITHUB_WORKSPACE: "/elsewhere" })).toBe(file.slice(2));
    const gitlab = await run(["-f", "gitlab"], { cwd: join(root, "c"), env: { CI_PROJECT_DIR: root } });
    expect(readGitlab(gitlab.out)[0].location.path).toBe(file);
  });
});

test("a rule that fails is told of in the reports that can", async () => {
  const rule = rules.find(({ id }) => id === "schema/missing-setting") as DocumentRule;
  const failing = vi.spyOn(rule, "check").mockImplementation(() => {
    throw new Error("no such block");
  });
  const printed = async (name: string) => (await run(["-f", name], { files: faulty })).out;
  const [sarif, json, junit, html] = await Promise.all(["sarif", "json", "junit", "html"].map(printed));
  failing.mockRestore();
  const [invocation] = readSarif(sarif!).runs[0].invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications[0].message.text).toContain("no such block");
  expect(readReport(json!).faults[0]).toEqual({ rule: "schema/missing-setting", error: "no such block" });
  expect(junit).toContain('errors="1"');
  expect(html).toContain("no such block");
});

describe("how much is shown and what fails", () => {
  const latin1 = new Uint8Array(Buffer.from(`${wrong}# M\xfcller\n`, "latin1"));
  const files = { [file]: latin1 as unknown as string };

  test("--severity hides what is lighter and says so", async () => {
    const shown = async (...args: string[]) => {
      const { out, err } = await run([...args, "-f", "compact"], { files });
      return [...new Set(out.match(/ (?:error|warning|info):/g)?.map((text) => text.slice(1, -1))), err];
    };
    expect(await shown()).toEqual(expect.arrayContaining(["error", "info"]));
    const [only, err] = await shown("--severity", "error");
    expect(only).toBe("error");
    expect(err).toMatch(/ · \d+ of lower severity not shown\n$/);
  });

  test("--severity does not change what makes it fail", async () => {
    const info = { [file]: Buffer.from(`${right}# M\xfcller\n`, "latin1") as unknown as string };
    const { code, out } = await run(["--severity", "error", "--fail-level", "info"], { files: info });
    expect([code, out]).toEqual([1, ""]);
  });

  test("--max-warnings fails where there are more", async () => {
    const files = { "c/a/etc/haproxy/haproxy.cfg": "listen s\n    bind :80\n    stats enable\n" };
    const warnings = (await run(["-f", "compact"], { files })).out.match(/ warning: /g)?.length ?? 0;
    expect(warnings).toBeGreaterThan(0);
    const code = async (...args: string[]) => (await run(["--fail-level", "never", ...args], { files })).code;
    expect(await code()).toBe(0);
    expect(await code("--max-warnings", String(warnings))).toBe(0);
    expect(await code("--max-warnings", String(warnings - 1))).toBe(1);
    expect(await code("--max-warnings", "-1")).toBe(2);
    expect(await code("--max-warnings", "x")).toBe(2);
  });
});

describe("links", () => {
  const link = `\u001b]8;;file://`;
  const linked = async (env: Record<string, string>, args: string[] = [], isTerminal = true) =>
    (await run(args, { files: faulty, isTerminal, env })).out.includes(link);

  test("stand in a terminal that knows them", async () => {
    expect(await linked({ TERM_PROGRAM: "WezTerm" })).toBe(true);
    expect(await linked({ VTE_VERSION: "7000" })).toBe(true);
    expect(await linked({ FORCE_HYPERLINK: "1" })).toBe(true);
  });

  test("and nowhere else", async () => {
    expect(await linked({ TERM: "xterm" })).toBe(false);
    expect(await linked({ TERM_PROGRAM: "WezTerm" }, [], false)).toBe(false);
    expect(await linked({ TERM_PROGRAM: "WezTerm", NO_COLOR: "1" })).toBe(false);
    expect(await linked({ TERM_PROGRAM: "WezTerm", FORCE_HYPERLINK: "0" })).toBe(false);
    expect(await linked({ TERM_PROGRAM: "WezTerm" }, ["--no-color"])).toBe(false);
  });

  test("no name of a file ends one", async () => {
    const name = "c/\u001b\\\u0007 #%?/etc/keepalived/keepalived.conf";
    const { out } = await run([], {
      files: { [name]: wrong },
      isTerminal: true,
      env: { FORCE_HYPERLINK: "1" },
    });
    const targets = [...out.matchAll(/\u001b\]8;;(.*?)\u001b\\/g)].map((match) => match[1]!).filter(Boolean);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(decodeURIComponent(new URL(target).pathname)).toContain(name);
  });
});

describe("no secret", () => {
  const secrets = ["hunter2xyzzy", "Tr0ub4dorX", "correcthorse9", "batterystaple7"];
  const files = {
    "c/a/etc/keepalived/keepalived.conf": `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type PASS
        auth_pass ${secrets[0]}
        auth_pas ${secrets[0]}
    }
    virtual_ipaddress {
        192.0.2.1/24
    }
}
`,
    "c/b/etc/keepalived/keepalived.conf": `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type PASS
        auth_pass ${secrets[0]}2
    }
    virtual_ipaddress {
        192.0.2.1/24
    }
}
`,
    "c/a/etc/drbd.d/r0.res": `resource r0 {
  net {
    shared-secret "${secrets[1]}";
    shared-secret "${secrets[1]}";
    sharedsecret "${secrets[1]}";
    cram-hmac-alg sha99;
  }
}
`,
    "c/a/etc/haproxy/haproxy.cfg": `listen s
    bind :80
    stats enable
    stats auth admin:${secrets[2]}
    stats auht admin:${secrets[2]}
    stats auth admin:${secrets[2]} extra
`,
    "c/a/etc/mysql/conf.d/galera.cnf": `[mysqld]
wsrep_on = ON
wsrep_provider = /usr/lib/galera/libgalera_smm.so
wsrep_cluster_address = gcomm://a,b
wsrep_sst_auth = root:${secrets[3]}
wsrep_sst_aut = root:${secrets[3]}
wsrep_sst_method = mysqldumpp
`,
  };

  test.each(formatNames)("stands in %s", async (name) => {
    const { out, err } = await run(["-f", name], { files });
    expect(out.length).toBeGreaterThan(500);
    for (const secret of secrets) expect(out + err).not.toContain(secret);
    if (name === "compact")
      for (const format of ["keepalived", "drbd", "haproxy", "galera"]) expect(out).toContain(format);
  });
});
