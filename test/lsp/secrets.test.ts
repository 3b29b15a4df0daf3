import { describe, expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { guardedAnswer } from "../../lsp/guard.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { talk } from "./talk.ts";

const path = {
  keepalived: "c/n/etc/keepalived/keepalived.conf",
  haproxy: "c/n/etc/haproxy/haproxy.cfg",
  ldirectord: "c/n/etc/ha.d/ldirectord.cf",
  interfaces: "c/n/etc/network/interfaces",
  fstab: "c/n/etc/fstab",
  postgresql: "c/n/etc/postgresql/15/main/postgresql.conf",
  galera: "c/n/etc/mysql/my.cnf",
  crm: "c/n/etc/c.crm",
  drbd: "c/n/etc/drbd.d/r0.res",
};

describe("nothing that an editor asks for shows a secret", () => {
  test.each<[keyof typeof path, string]>([
    [
      "keepalived",
      "virtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  HTTP_GET {\n   url {\n    path http://user:S3cretKE@host/x\n   }\n  }\n }\n}\n",
    ],
    ["keepalived", 'vrrp_script c {\n script "/usr/bin/mysql -pS3cretKE"\n}\n'],
    ["haproxy", "frontend f\n  mode http\n  redirect location http://u:S3cretPW@host/\n"],
    ["haproxy", 'frontend f\n  mode http\n  http-request set-header Authorization "Basic S3cretX="\n'],
    ["haproxy", 'backend b\n  option httpchk\n  http-check send hdr Authorization "Basic S3cretX="\n'],
    ["haproxy", "backend b\n  option tcp-check\n  tcp-check send AUTH\\ S3cretX\\r\\n\n"],
    ["haproxy", "frontend f\n  mode http\n  acl S3cretAcl req.hdr(Authorization) -m str S3cretAcl\n"],
    ["haproxy", "userlist l\n  user joe pasword S3cret\\ Space groups g\n"],
    ["haproxy", "userlist l\n  user joe passwd S3cretPW\n"],
    ["ldirectord", 'virtual=10.0.0.1:80\n  request = "http://u:S3cretPW@h/"\n  pasword = "S3cretPW"\n'],
    ["interfaces", "iface eth0 inet manual\n  up mount -o password=S3cretPW //h/s /mnt\n"],
    ["fstab", "//h/s /mnt cifs username=u,password=S3cretFA 0 0\n"],
    ["fstab", "//h/s /mnt cifs username=u,pasword=S3cretFA 0 0\n"],
    ["postgresql", "primary_coninfo = 'host=h password=S3cretPW'\n"],
    ["galera", "[mysqld]\nwsrep_sst_auth=root:S3cr;etSemi\n"],
    ["crm", "primitive p Dummy params test_passwd=S3#cretHash passwrd=S3cret\n"],
    ["drbd", 'resource r0 {\n  net { cram-hmac-alg sha1; shared-secre "S3cret77"; }\n}\n'],
  ])("%s: %j", async (format, text) => {
    const file = path[format];
    const { client, open, uriOf, end } = await talk({ [file]: text }, hierarchical);
    await open(file, text);
    const answers: unknown[] = [];
    const textDocument = { uri: uriOf(file) };
    const ask = async (method: string, more: object = {}) =>
      void answers.push(await client.sendRequest(method, { textDocument, ...more }));
    for (const one of ["diagnostic", "documentSymbol", "inlayHint", "codeLens", "documentLink"])
      await ask(`textDocument/${one}`, { range });
    await ask("textDocument/codeAction", { range, context: { diagnostics: [] } });
    await ask("workspace/symbol", { query: "" });
    for (const [line, words] of text.split("\n").entries())
      for (const { index } of words.matchAll(/(?<![\w.-])[\w.-]/g)) {
        const position = { line, character: index };
        for (const one of ["hover", "completion", "signatureHelp", "prepareCallHierarchy"])
          await ask(`textDocument/${one}`, { position });
      }
    expect(JSON.stringify(answers.map(withoutEdits))).not.toMatch(/S3c|etSemi|etHash|Space/);
    end();
  });
});

const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

/** What an editor writes into the file itself, or never shows. */
const own = new Set(["newText", "filterText", "sortText"]);
const withoutEdits = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (key, value) => (own.has(key) ? undefined : value)));

describe("an answer about a file with a secret", () => {
  const source = sourceOf("x", "auth_pass S3cretPW\n");

  test("keeps what is written into it, and where", () => {
    const edit = { range, newText: "S3cretPW" };
    const answer = {
      title: "write S3cretPW",
      edit: { changes: { "file:///S3cretPW": [edit] } },
      data: [1, 2],
      none: null,
    };
    expect(guardedAnswer(answer, [source])).toEqual({ ...answer, title: "write •••" });
  });

  test("loses a secret that is cut, not a word that begins like one", () => {
    const symbols = (detail: string): Partial<DocumentSymbol>[] => [{ name: "x", detail, children: [] }];
    expect(guardedAnswer(symbols("x S3cret"), [source])).toEqual(symbols("x •••"));
    expect(guardedAnswer(symbols("S3cret things"), [source])).toEqual(symbols("S3cret things"));
  });

  test("is the same where the file has none", () => {
    const answer = { title: "S3cretPW" };
    expect(guardedAnswer(answer, [sourceOf("x", "auth_type PASS\n")])).toBe(answer);
  });
});
