import { describe, expect, test } from "vitest";
import { frameOf } from "../../cli/frame.ts";
import { compact } from "../../cli/reporters/compact.ts";
import { editedSource, type Source, sourceOf, span } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import { guarded, secretsIn } from "../../rules/secrets.ts";
import { right, run } from "../cli/run.ts";

const secret = "hunter2xyzzy";

describe("a secret is masked", () => {
  test.each([
    `        auth_pass ${secret}`,
    `        auth_pass "${secret}"`,
    `        auth_pas ${secret}`,
    `  authentication { auth_type PASS auth_pass ${secret} }`,
    `    shared-secret "${secret}";`,
    `    shared-secret ${secret};`,
    `    sharedsecret "${secret}";`,
    `    shared-secret "${secret}`,
    `    stats auth admin:${secret}`,
    `    stats auht admin:${secret}`,
    `    user joe insecure-password ${secret}`,
    `    user joe password ${secret} groups x`,
    `wsrep_sst_auth = root:${secret}`,
    `wsrep_sst_auth="root:${secret}"`,
    `wsrep_sst_aut = root:${secret}`,
    `loose-wsrep-sst-auth="root:${secret}"`,
    `    passwd = "${secret}"`,
    `primitive st stonith:fence_ipmilan params ipaddr=x login=root passwd=${secret} op monitor`,
    `<nvpair id="p" name="passwd" value="${secret}"/>`,
    `<nvpair id="p" value="${secret}" name="ipmi-password"/>`,
    `    http-request set-header Authorization "Basic ${secret}"`,
    `    http-check send hdr Authorization Bearer\\ ${secret}`,
    `    tcp-check send AUTH\\ ${secret}\\r\\n`,
    `  script "/usr/bin/curl -u root:${secret} http://x/"`,
    `  script "mysql --user=root --password=${secret} -e x"`,
    `  url http://root:${secret}@example.com/`,
    `# auth_pass ${secret}`,
    `  wpa-psk ${secret}`,
    `1 sha1 ${secret}`,
    `  2 md5 ${secret} more`,
    `\tAUTH_PASS\t${secret}`,
  ])("%s", (line) => {
    const source = sourceOf("x", line);
    for (const start of [0, line.indexOf(secret), line.length - 1]) {
      const { text } = frameOf(span(source, start, line.length));
      expect(text).not.toContain(secret);
      expect(text).not.toContain(secret.slice(4));
      expect(text).not.toContain(secret.slice(0, 5));
    }
  });

  test.each([
    "    auth_type PASS",
    "    auth_type AH",
    "    virtual_router_id 51",
    "    server a 10.0.0.1:80 check pass-through",
    "    passive",
    "    secretary x",
    "    http-request auth unless admin",
  ])("and %j shows no mask", (line) => expect(secretsIn(line)).toEqual([]));

  test("with the carets still under it, and its length not told", () => {
    const line = `  auth_pass ${secret} x`;
    const at = (word: string) =>
      frameOf(span(sourceOf("x", line), line.indexOf(word), line.indexOf(word) + word.length));
    expect(at(secret)).toMatchObject({ text: "  auth_pass ••• x", before: 12, width: 3 });
    expect(at(" x")).toMatchObject({ before: 15, width: 2 });
  });
});

describe("what a finding says", () => {
  const source = sourceOf("x", `auth_pass ${secret}\n`);
  const finding = (message: string): Finding => ({
    rule: "room/problem",
    severity: "error",
    message,
    at: span(source, 0, 9),
    related: [{ at: span(source, 0, 9), message: `was ${secret}` }],
    fix: {
      title: `write "${secret}"`,
      safe: true,
      edits: [{ at: span(source, 0, 0), text: secret.slice(0, 8) }],
    },
    daemon: "silent",
  });

  test("never holds a secret of its files, nor the beginning of one", () => {
    expect(guarded(finding(`auth_pass ${secret}: only "${secret.slice(0, 8)}" counts`))).toMatchObject({
      message: 'auth_pass •••: only "•••" counts',
      related: [{ message: "was •••" }],
      fix: { title: 'write "•••"', edits: [] },
    });
  });

  test.each(["wsrep_sst_aut", "shared-sceret", "auht_pass", "stats auth admin:x\nwsrep_sst_aut"])(
    "never holds that of a misspelt %s, alone in its file or typed into one",
    (keyword) => {
      const text = `global\n\n${keyword} = root:${secret}\n`;
      const before = editedSource("x.cnf", `one\n${text.replace(/\n.*hunter.*\n/, "\n")}`);
      expect(guarded(about(before)).message).toContain(secret);
      for (const source of [sourceOf("x.cnf", text), editedSource("x.cnf", `one\n${text}`, before)])
        expect(guarded(about(source)).message).not.toContain(secret);
    },
  );

  test("stays as it is otherwise", () => {
    expect(guarded(finding("hunting for hunter gatherers")).message).toBe(
      "hunting for hunter gatherers".replace("hunter ", "••• "),
    );
    const harmless = { ...finding("x"), at: span(sourceOf("y", "plain"), 0, 1), related: [] };
    expect(guarded(harmless)).toBe(harmless);
  });
});

/** A finding at the beginning of a file, which names the secret. */
const about = (source: Source): Finding => ({
  rule: "x/y",
  severity: "error",
  message: `root:${secret} is wrong`,
  at: span(source, 0, 1),
  related: [],
  daemon: "silent",
});

test("no output of a run holds a planted secret", async () => {
  const auth = (line: string) =>
    right.replace("{\n", `{\n    authentication {\n        auth_type PASS\n        ${line}\n    }\n`);
  const files = Object.fromEntries(
    [
      `auth_pass ${secret}`,
      `auth_pas ${secret}`,
      `auth_pass "${secret}`,
      `auth_pass ${secret} extra`,
      `authpass ${secret}`,
      `auth_pass "${secret}" }`,
    ].map((line, i) => [`c/n${i}/etc/keepalived/keepalived.conf`, auth(line)]),
  );
  for (const format of ["pretty", "compact", "json"]) {
    const { out, err } = await run(["-f", format], { files });
    expect(out).toContain("keepalived.conf");
    expect(out + err).not.toContain(secret.slice(0, 5));
    expect(out + err).not.toContain(secret.slice(-5));
  }
  expect(compact([])).toBe("");
});
