import { describe, expect, test } from "vitest";
import { TextEdit } from "vscode-languageserver-types";
import { completion } from "../../lsp/features/completion.ts";
import { toOffset } from "../../lsp/positions.ts";
import { client, cursorIn } from "./cursor.ts";

const path = "zerg/etc/haproxy/haproxy.cfg";

const itemsAt = (text: string) => {
  const { view, at } = cursorIn({ [path]: text });
  return { items: completion(view, client, at), at };
};
const labels = (text: string): string[] => itemsAt(text).items.map(({ label }) => label);

/** The text after the item of this label was taken. */
function taken(text: string, label: string): string {
  const { items, at } = itemsAt(text);
  const textEdit = items.find((one) => one.label === label)?.textEdit;
  if (!TextEdit.is(textEdit)) throw new Error(`no item ${label}`);
  const [start, end] = [textEdit.range.start, textEdit.range.end].map((place) =>
    toOffset(at.source, place, "utf-16"),
  );
  return at.source.text.slice(0, start) + textEdit.newText + at.source.text.slice(end);
}

describe("ACL names", () => {
  const rule = (condition: string): string =>
    `frontend f\n  acl api path_beg /api\n  http-request deny if ${condition}\nbackend b\n  acl no path /\n`;

  test("where a condition takes one", () => {
    for (const condition of ["‸", "!‸", "api ‸", "{ path / } ‸", "api || ‸"])
      expect(labels(rule(condition)), condition).toContain("api");
    expect(labels(rule("‸"))).not.toContain("no");
    expect(taken(rule("!a‸"), "api")).toContain("if !api\n");
  });

  test("not inside the braces of an anonymous ACL", () => {
    for (const condition of [
      "{ ‸ }",
      "{ var(‸) -m str a }",
      "{ var(txn.foo) -m ‸ }",
      "{ path ‸ }",
      "{ path -i ‸ }",
    ])
      expect(labels(rule(condition)), condition).not.toContain("api");
  });
});

describe("names that other lines define", () => {
  test("a section is not offered as its own", () => {
    expect(labels("defaults d1\ndefaults d2 from ‸\n")).toEqual(["d1"]);
  });

  test.each([
    ["resolvers dns\nbackend b\n  server s a.example:80 resolvers ‸\n", "dns"],
    ["peers mates\nbackend b\n  stick-table type ip size 1k peers ‸\n", "mates"],
    ["mailers post\nbackend b\n  email-alert mailers ‸\n", "post"],
    ["http-errors pages\nbackend b\n  errorfiles ‸\n", "pages"],
    ["cache c\nbackend b\n  http-request cache-use ‸\n", "c"],
    ["userlist ul\nbackend b\n  http-request deny if { http_auth(‸) }\n", "ul"],
    ["frontend x\n  default_backend b\nbackend b\n  http-request deny if { nbsrv(‸) eq 0 }\n", "b"],
  ])("%j: %s", (text, name) => {
    expect(labels(text)).toContain(name);
  });

  const servers =
    "backend a\n  server a1 10.0.0.1:80\nbackend b\n  server b1 10.0.0.2:80\n  server b2 10.0.0.3:80 track ‸\n";

  test("servers of the own backend by name, of others behind theirs", () => {
    expect(labels(servers)).toEqual(expect.arrayContaining(["b1", "a/a1"]));
    expect(labels(servers)).not.toContain("a1");
    expect(labels(servers)).not.toContain("b2");
    expect(taken(servers, "a/a1")).toContain("track a/a1\n");
    expect(labels(servers.replace("‸", "a/‸"))).toEqual(["a1"]);
    expect(taken(servers.replace("‸", "a/‸"), "a1")).toContain("track a/a1\n");
  });

  test("users and groups of the userlist", () => {
    const list = (line: string): string =>
      `userlist l\n  user tom password x\n  user ann password y\n  group ops\n  ${line}\nuserlist other\n  user eve password z\n`;
    expect(labels(list("group g users ‸"))).toEqual(["tom", "ann"]);
    expect(taken(list("group g users tom,a‸"), "ann")).toContain("users tom,ann\n");
    expect(labels(list("user bob password z groups ‸"))).toEqual(["ops"]);
  });
});

describe("the sample language", () => {
  const inFrontend = (line: string): string => `frontend f\n  ${line}\n`;
  const inBackend = (line: string): string => `backend b\n  ${line}\n`;

  test.each([
    "acl a1 ‸",
    "http-request deny if { ‸ }",
    "http-request deny if { path_b‸ /a }",
    'http-request set-header X "%[‸]"',
    "http-request set-header X %[‸",
    "http-request track-sc0 ‸",
    "http-request set-var(txn.a) ‸",
  ])("fetches: %s", (line) => {
    expect(labels(inFrontend(line))).toEqual(expect.arrayContaining(["src", "path"]));
    expect(labels(inFrontend(line))).not.toContain("lower");
  });

  test.each(["stick on ‸", "stick store-request ‸", "stick match ‸", "balance hash ‸"])(
    "fetches: %s",
    (line) => {
      expect(labels(inBackend(line))).toContain("src");
    },
  );

  test("criteria of ACLs stand in ACLs only", () => {
    expect(labels(inFrontend("acl a ‸"))).toContain("path_beg");
    expect(labels(inFrontend("http-request set-var(txn.a) ‸"))).not.toContain("path_beg");
  });

  test("only fetches that have something to read there", () => {
    expect(labels(inFrontend("log-format %[s‸]"))).toContain("src");
    expect(labels(inFrontend("log-format %[p‸]"))).not.toContain("path");
    expect(labels(inFrontend("tcp-request connection reject if { ‸ }"))).not.toContain("path");
    expect(labels(inFrontend("http-request deny if { ‸ }"))).not.toContain("res.hdr");
  });

  test("converters that take what comes before them", () => {
    const ofPath = labels(inFrontend("http-request set-header X %[path,‸]"));
    expect(ofPath).toEqual(expect.arrayContaining(["lower", "base64"]));
    expect(ofPath).not.toContain("src");
    expect(labels(inFrontend("http-request set-header X %[bool(1),‸]"))).not.toContain("ipmask");
    expect(labels(inFrontend("http-request set-header X %[src,ipm‸]"))).toContain("ipmask");
    expect(taken(inFrontend("http-request set-header X %[src,ipm‸]"), "ipmask")).toContain("%[src,ipmask]");
    expect(taken(inFrontend('http-request set-header X "a %[src,lo‸,upper]"'), "lower")).toContain(
      '"a %[src,lower,upper]"',
    );
  });

  test("flags of an ACL, and methods behind -m", () => {
    for (const line of ["acl a1 path -‸", "acl a1 path ‸", "http-request deny if { path -i -‸ }"])
      expect(labels(inFrontend(line)), line).toEqual(expect.arrayContaining(["-i", "-m", "-f"]));
    expect(labels(inFrontend("acl a1 path -- ‸"))).not.toContain("-i");
    for (const line of ["acl a1 path -m ‸", "http-request deny if { path -m b‸ /a }"]) {
      expect(labels(inFrontend(line)), line).toContain("beg");
      expect(labels(inFrontend(line)), line).not.toContain("-i");
    }
    expect(taken(inFrontend("acl a1 path -m b‸ /a"), "beg")).toContain("path -m beg /a");
  });

  test("predicates of .if and .elif", () => {
    for (const text of [".if ‸\n.endif\n", ".if 1\n.elif defi‸\n.endif\n", ".if defined(A) && ‸\n.endif\n"])
      expect(labels(`global\n${text}`), text).toContain("version_atleast");
    expect(labels("global\n.if defined(‸)\n.endif\n")).not.toContain("version_atleast");
  });

  test("none that the target does not know, with their types and summary", () => {
    const { view, at } = cursorIn({ [path]: inFrontend("acl a ‸") });
    const of = (version: string): string[] =>
      completion(
        { ...view, workspace: { ...view.workspace, targets: { haproxy: version } } },
        client,
        at,
      ).map(({ label }) => label);
    expect(of("2.6")).not.toContain("accept_date");
    expect(of("3.0")).toContain("accept_date");
    const item = itemsAt(inFrontend("acl a ‸")).items.find(({ label }) => label === "nbsrv");
    expect(item?.detail).toBe("nbsrv(backend), an integer: Usable servers of a backend.");
  });
});
