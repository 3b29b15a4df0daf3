import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmless } from "../../cli/fmt.ts";
import { frameOf } from "../../cli/frame.ts";
import { compact } from "../../cli/reporters/compact.ts";
import { editedSource, linesOf, type Source, sourceOf, span } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import { guarded } from "../../rules/guarded.ts";
import type { Finding } from "../../rules/rule.ts";
import { isSecretName } from "../../rules/secretNames.ts";
import { hidden, secretsIn, secretsOf } from "../../rules/secrets.ts";
import { right, run } from "../cli/run.ts";

const secret = "hunter2xyzzy";
const exactNames = [
  "auth_pass",
  "shared-secret",
  "wsrep_sst_auth",
  "password",
  "passwd",
  "passphrase",
  "secret",
];

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

  // What must not be shown is in «».
  test.each([
    "    option httpchk GET /health HTTP/1.1\\r\\nAuthorization:\\ Basic\\ «dXNlcjpzM2NyZXQ=»",
    "    user joe insecure-password «S3cret\\ Space»",
    "    stats auth admin:«S3cret\\ Space2» ",
    "wsrep_sst_auth=root:«S3cr;etSemi»",
    "wsrep_sst_auth = root:«S3cr et Blank»",
    "primitive db mysql params test_passwd=«S3#cretHash» op monitor",
    'loginpassword password="«S3cr\\"etQuote»" x',
    'loginpassword password=«S3cr"et Quote»" x',
    'script "mysql --password=\\"«S3cret Space»\\" -e x"',
    'net { cram-hmac-alg sha1; shared-secre "«MySecret77»"; }',
    "primitive st stonith:fence_x params passwd=«77» passwrd=«S3cret» op monitor",
    'pasword = "«S3cret»"',
    "//host/share /mnt cifs username=u,pasword=«S3cret» 0 0",
    "    user foo pasword «S3cret»",
    "    user foo insecure-pasword «S3cret» groups x",
    "    stat auth admin:«S3cret»",
    "3 sha2 «KEYKEY»",
    "  3 sha512 «KEY KEY»",
    "primitive st stonith:fence_aws params access_key=x secret_key=«S3cret»",
    'script "MYSQL_PWD=«S3cretPWD» mysql -e x"',
    'script "mysql -u root -p«PASSWD» -e x"',
    "script \"mysqladmin -u root -p'«PASS WD»' ping\"",
    'script "redis-cli -a «PASSWD» ping"',
    'script "/usr/bin/curl --user a:«PASSWD» http://x/"',
    'script "/usr/bin/curl -ua:«PASSWD» http://x/"',
    'script "/usr/bin/curl -su a:«PASSWD» http://x/"',
    '  acl a req.hdr(Authorization) -m str "Basic «dXNlcjpw»"',
    "  acl a req.hdr(Authorization) -m str Basic\\ «dXNlcjpw»",
    "  http-request set-var(txn.password) str(«S3cret»)",
    '  http-check send meth GET uri / ver HTTP/1.1 hdr Authorization "Basic «dXNlcjpw»" body x',
    "  redirect location http://u:«S3c@ret»@host/ if x",
    '<nvpair id="p" name="pasword" value="«S3cret»"/>',
    '<nvpair id="p" value="«S3cret»" name="secret_key"/>',
    "  key: «S3cretkey»",
    "  key 7 «S3cretkey»",
    "  server s 10.0.0.1:80 tcp-md5sig «S3cret» check",
    "stonith_host * baytech 10.0.0.3 «mylogin mypassword»",
    "pre-up echo \\\n  wpa-psk \\\n  «S3cret»",
    '<nvpair id="p" name="passwd"\n   value="«S3cretXML»" bogus="1"/>',
    '<nvpair id="p" value="«S3cretXML»"\r\n   name="passwd"/>',
    "shared-secret\n  «S3cret»;",
  ])("and nothing of %j is left", (marked) => {
    const line = marked.replace(/[«»]/g, "");
    const source = sourceOf("x", line);
    const shown = line.split("\n").map((_, i) => frameOf(span(source, linesOf(source)[i]!, 0)).text);
    for (const [, secret] of marked.matchAll(/«(.*?)»/g))
      for (const part of secret!.split(/[\\ ;#"]+/)) expect(shown.join("\n")).not.toContain(part);
    expect(harmless(line)).not.toMatch(/S3c|etXML|KEY|dXNl/);
  });

  test.each([
    ['  acl a req.hdr(Authorization) -m str "Basic dXNlcjpw" if x', '"Basic •••" if x'],
    ['net { shared-secre "x77"; ping-timeout 1; }', '"•••"; ping-timeout 1; }'],
    ['<nvpair name="passwd" value="x77"/>', 'value="•••"/>'],
    ['script "/bin/x --password=x77" # why', '=•••" # why'],
    ["  mysql -P3306 -uroot -px77 -e y", "-P3306 -uroot -p••• -e y"],
    ["passwd=x77 op monitor interval=9", "passwd=••• op monitor interval=9"],
  ])("%j keeps what is none", (line, end) => expect(hidden(line).endsWith(end)).toBe(true));

  test.each([...exactNames].map((name) => [name]))("with up to the mistakes that %s allows", (name) => {
    const letter = fc.constantFrom(..."axz_");
    const mistake = fc.tuple(fc.nat(name.length - 1), fc.constantFrom("swap", "drop", "add", "put"), letter);
    const most = name.length === 9 || name.length > 12 ? 2 : 1;
    fc.assert(
      fc.property(
        fc.array(mistake, { maxLength: most }),
        fc.constantFrom(" ", "=", ' "', " : "),
        (made, by) => {
          const swaps = made.filter(([, kind]) => kind === "swap").length;
          fc.pre(swaps === 0 || made.length === 1);
          const word = made.reduce(mistaken, name);
          expect(hidden(`x { ${word}${by}S3crt77 }`)).not.toContain("S3crt77");
        },
      ),
    );
  });

  test("no keyword that holds none is nearly one that does", () => {
    const holding = new Set(["ca-sign-pass", "cluster-secret", "passphrase"]);
    const wrong = formats.flatMap(({ id, schema }) =>
      Object.values(schema.places).flatMap(({ keywords = {} }) =>
        Object.entries(keywords).flatMap(([name, { args = [] }]) =>
          isSecretName(name) && !args.some(({ secret }) => secret) && !holding.has(name)
            ? [`${id} ${name}`]
            : [],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    "    auth_type PASS",
    "    auth_type AH",
    "    virtual_router_id 51",
    "    server a 10.0.0.1:80 check pass-through",
    "    passive",
    "    secretary x",
    "    http-request auth unless admin",
    "    http-request deny unless { req.hdr(Authorization) -m found }",
    "    auth_pass {{ vrrp_pass }}",
    "    passwd_script /etc/pw.sh",
    "    option mysql-check user haproxy",
    '    script "/usr/bin/mysqladmin -P3306 ping"',
    "1 sha1",
  ])("and %j shows no mask", (line) => expect(secretsIn(line)).toEqual([]));

  test("with the carets still under it, and its length not told", () => {
    const line = `  auth_pass ${secret} x`;
    const at = (word: string) =>
      frameOf(span(sourceOf("x", line), line.indexOf(word), line.indexOf(word) + word.length));
    expect(at(secret)).toMatchObject({ text: "  auth_pass ••• x", before: 12, width: 3 });
    expect(at(" x")).toMatchObject({ before: 15, width: 2 });
  });
});

/** A word with one mistake in it. */
const mistaken = (word: string, [at, kind, letter]: readonly [number, string, string]): string => {
  const [head, tail] = [word.slice(0, at), word.slice(at)];
  if (kind === "swap") return head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2);
  return head + (kind === "drop" ? "" : letter) + (kind === "add" ? tail : tail.slice(1));
};

test("of an edited file the same secrets are known as of a fresh one", () => {
  const piece = fc.constantFrom(
    ...[
      "auth_pass x1 ",
      "<nvpair ",
      'name="passwd" ',
      'value="x2"',
      "/>",
      "\n",
      "\\\n",
      "password ",
      "shared-secret",
      "\r\n",
      "# ",
      '"',
      "3 sha1 k",
      ">",
      "plain ",
    ],
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, text, text, text, (head, was, is, tail) => {
      const before = editedSource("x", head + was + tail);
      secretsOf(before);
      const after = editedSource("x", head + is + tail, before);
      expect(secretsOf(after)).toEqual(secretsIn(after.text));
    }),
    { numRuns: 2_000 },
  );
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

  test.each([
    ["auth_pass S3cret\\ Space", "S3cret Space is long"],
    ["shared-secret S3cr;etSemi;", "etSemi is not known in net"],
    ['password="S3cr\\"etQuote"', 'S3cr"etQuote is long'],
    ['<nvpair name="passwd"\n value="S3cretXML" bogus="1"/>', "S3cretXML is long"],
    ["stats auth admin:S3cret", "admin:S3cret is long"],
  ])("holds no part of %j in %j", (text, message) => {
    const said = guarded({ ...about(sourceOf("x", text)), message }).message;
    expect(said).not.toMatch(/S3c|Space|etSemi|etQuote|XML/);
    expect(said).toMatch(/is (?:long|not known in net)$/);
  });

  test("names the account of a secret", () => {
    const source = sourceOf("x", "stats auth admin:S3cret");
    expect(guarded({ ...about(source), message: "admin:S3cret: admin" }).message).toBe("admin:•••: admin");
  });

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

test("nor does what a fix would change, nor a page", async () => {
  const files = {
    "c/n/etc/drbd.d/r0.res": 'resource r0 {\n  net { cram-hmac-alg sha1; shared-secre "MySecret77"; }\n}\n',
    "c/n/var/lib/pacemaker/cib/cib.xml":
      '<cib><configuration><resources><primitive id="p" class="ocf" provider="heartbeat" type="Dummy"><instance_attributes id="i"><nvpair id="n" name="passwd"\n   value="S3cretXML" bogus="1"/></instance_attributes></primitive></resources></configuration></cib>\n',
    "c/n/etc/keepalived/keepalived.conf": `vrrp_script chk {\n    script "MYSQL_PWD=S3cretPWD mysql -e x"\n}\n${right}`,
  };
  const runs = [
    ["--diff", "--fix"],
    ["--diff", "--unsafe-fixes"],
    ["fmt", "--diff"],
    ...["pretty", "compact", "json", "jsonl", "html", "sarif", "rdjson", "github", "gitlab"].map((one) => [
      "-f",
      one,
    ]),
  ];
  for (const args of runs) {
    const { out, err } = await run(args, { files });
    expect(`${args}${out}${err}`).not.toMatch(/MySecret|Secret77|S3cret/);
    if (args[0] === "-f") expect(out).toContain("cib.xml");
  }
  expect((await run(["--diff", "--unsafe-fixes"], { files })).out).toContain('shared-secre "•••"');
});
