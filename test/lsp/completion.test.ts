import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CompletionItemTag, InsertTextFormat, MarkupContent, TextEdit } from "vscode-languageserver-types";
import { completion, completionResolve } from "../../lsp/features/completion.ts";
import { toOffset } from "../../lsp/positions.ts";
import type { View } from "../../lsp/view.ts";
import type { Source } from "../../parsers/core/source.ts";
import type { Files } from "../support/cluster.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const keepalived = "zerg/etc/keepalived/keepalived.conf";
const haproxy = "zerg/etc/haproxy/haproxy.cfg";
const ocfs2 = "zerg/etc/ocfs2/cluster.conf";
const corosync = "zerg/etc/corosync/corosync.conf";

interface Asked {
  readonly view: View;
  readonly at: { readonly source: Source; readonly offset: number };
}

const asked = (files: Files, targets: Readonly<Record<string, string>> = {}): Asked => {
  const { view, at } = cursorIn(files);
  return { view: { ...view, workspace: { ...view.workspace, targets } }, at };
};

const itemsOf = ({ view, at }: Asked, of = client) => completion(view, of, at);
const labels = (files: Files, targets?: Readonly<Record<string, string>>): string[] =>
  itemsOf(asked(files, targets)).map(({ label }) => label);
const itemNamed = (ask: Asked, label: string, of = client) => {
  const item = itemsOf(ask, of).find((one) => one.label === label);
  if (!item) throw new Error(`no item ${label}`);
  return item;
};

/** The text after the item of this label was taken, as a client without snippets takes it. */
function taken(files: Files, label: string): string {
  const ask = asked(files);
  const { textEdit } = itemNamed(ask, label, { ...client, snippets: false });
  if (!TextEdit.is(textEdit)) throw new Error("no edit");
  const { source } = ask.at;
  const { start, end } = textEdit.range;
  const head = source.text.slice(0, toOffset(source, start, "utf-16"));
  return head + textEdit.newText + source.text.slice(toOffset(source, end, "utf-16"));
}

describe("keywords", () => {
  test("of the file's top level in an empty file", () => {
    const found = labels({ [keepalived]: "‸" });
    expect(found).toContain("vrrp_instance");
    expect(found).not.toContain("virtual_router_id");
  });

  test("of the block in an empty line, without the settings that stand once and are set", () => {
    const found = labels({ [keepalived]: "vrrp_instance A {\n  priority 9\n  ‸\n}\n" });
    expect(found).toContain("virtual_router_id");
    expect(found).not.toContain("priority");
    expect(found).not.toContain("vrrp_instance");
  });

  test("of a block that is not closed yet", () => {
    expect(labels({ [keepalived]: "vrrp_instance A {\n  ‸" })).toContain("priority");
  });

  test("replace the whole half-typed word", () => {
    expect(taken({ [keepalived]: "vrrp_instance A {\n  sta‸xx MASTER\n}\n" }, "state")).toBe(
      "vrrp_instance A {\n  state MASTER\n}\n",
    );
  });

  test("none in a comment and in a template tag", () => {
    expect(labels({ [keepalived]: "vrrp_instance A {\n  # sta‸\n}\n" })).toEqual([]);
    expect(labels({ [keepalived]: "vrrp_instance A {\n  state {{ sta‸ }}\n}\n" })).toEqual([]);
  });

  test("none that the target does not know; a deprecated one is tagged", () => {
    const text = "vrrp_instance A {\n  ‸\n}\n";
    expect(labels({ [keepalived]: text }, { keepalived: "2.2.7" })).not.toContain("auth_hmac");
    expect(labels({ [keepalived]: text }, { keepalived: "2.4.3" })).toContain("auth_hmac");
    const item = itemNamed(asked({ [keepalived]: text }), "lvs_sync_daemon_interface");
    expect(item.tags).toEqual([CompletionItemTag.Deprecated]);
  });

  test("of a section folded by its header, with the headers of further sections at the start of a line", () => {
    const inside = labels({ [haproxy]: "backend b\n  ‸\nfrontend f\n" });
    expect(inside).toContain("server");
    expect(inside).not.toContain("default_backend");
    expect(inside).not.toContain("frontend");
    const next = labels({ [haproxy]: "backend b\n\nfront‸" });
    expect(next).toContain("frontend");
  });

  test("of several words", () => {
    const found = labels({ [haproxy]: "backend b\n  option http‸\n" });
    expect(found).toContain("option httpchk");
    expect(found).not.toContain("server");
    expect(taken({ [haproxy]: "backend b\n  option http‸\n" }, "option httpchk")).toBe(
      "backend b\n  option httpchk\n",
    );
  });

  test("are compared with what was typed, brackets and blanks too", () => {
    const line = asked({ [haproxy]: "backend b\n  option \thttp‸\n" });
    expect(itemNamed(line, "option httpchk").filterText).toBe("option \thttpchk");
    const section = asked({ "zerg/etc/systemd/system/a.service": "[‸" });
    expect(itemNamed(section, "Unit")).toMatchObject({
      filterText: "[Unit",
      textEdit: { newText: "[Unit]" },
    });
  });

  test("that a `no` may take back", () => {
    const found = labels({ [haproxy]: "backend b\n  no opt‸\n" });
    expect(found).toContain("option redispatch");
    expect(found).not.toContain("server");
  });

  test("with the separator that the format needs", () => {
    expect(taken({ [corosync]: "totem {\n  tok‸\n}\n" }, "token")).toBe("totem {\n  token: \n}\n");
    expect(taken({ [ocfs2]: "‸" }, "node")).toBe("node:");
    expect(taken({ [ocfs2]: "node:\n\tip_p‸ = 7777\n" }, "ip_port")).toBe("node:\n\tip_port = 7777\n");
    expect(taken({ "zerg/etc/mysql/my.cnf": "[mysqld]\nwsrep_on=1\n\n‸" }, "sst")).toBe(
      "[mysqld]\nwsrep_on=1\n\n[sst]",
    );
    expect(taken({ "zerg/etc/mysql/my.cnf": "[my‸]\n" }, "mysqld")).toBe("[mysqld]\n");
  });

  test("as snippets where a block opens, in formats with braces", () => {
    const ask = asked({ [keepalived]: "vrrp_ins‸" });
    const { insertTextFormat, textEdit } = itemNamed(ask, "vrrp_instance");
    expect(insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(textEdit).toMatchObject({ newText: "vrrp_instance ${1:name} {\n\t$0\n}" });
    const plain = itemNamed(ask, "vrrp_instance", { ...client, snippets: false });
    expect(plain.textEdit).toMatchObject({ newText: "vrrp_instance" });
    const sections = itemNamed(asked({ [haproxy]: "back‸" }), "backend");
    expect(sections.textEdit).toMatchObject({ newText: "backend" });
    const opened = itemNamed(asked({ [keepalived]: "vrrp_ins‸ A {\n}\n" }), "vrrp_instance");
    expect(opened.textEdit).toMatchObject({ newText: "vrrp_instance" });
  });
});

describe("values", () => {
  test("that the schema lists", () => {
    expect(labels({ [keepalived]: "vrrp_instance A {\n  state ‸\n}\n" })).toEqual(["MASTER", "BACKUP"]);
    expect(labels({ "zerg/etc/drbd.d/r0.res": "resource r0 {\n  net { protocol ‸; }\n}\n" })).toEqual([
      "A",
      "B",
      "C",
    ]);
  });

  test("that are known, where another one may be right too", () => {
    expect(labels({ [corosync]: "totem {\n  transport: ‸\n}\n" })).toEqual(["knet", "udp", "udpu"]);
    expect(labels({ "zerg/etc/systemd/system/a.service": "[Service]\nType=‸\n" })).toContain("oneshot");
    expect(labels({ "zerg/etc/mysql/my.cnf": "[mysqld]\nwsrep_on=‸\n" })).toEqual(["ON", "OFF"]);
    expect(labels({ "zerg/etc/sysctl.conf": "net.ipv4.ip_forward=‸\n" })).toEqual(["0", "1"]);
  });

  test("of Pacemaker's tables, in the crm shell and in the CIB", () => {
    const crm = (text: string): string[] => labels({ "zerg/root/a.crm": text });
    expect(crm("primitive a ‸\n")).toContain("ocf:heartbeat:IPaddr2");
    expect(crm("primitive a ocf:heartbeat:IPaddr2 params ‸\n")).toContain("cidr_netmask");
    expect(crm("property stonith-enabled=‸\n")).toEqual(["true", "false"]);
    const resources = (text: string): string[] =>
      labels({
        "zerg/var/lib/pacemaker/cib/cib.xml": `<cib validate-with="pacemaker-3.9"><configuration><crm_config/><nodes/><resources>${text}</resources><constraints/></configuration></cib>\n`,
      });
    expect(resources('<primitive id="a" class="ocf" provider="pacemaker" type="‸"/>')).toContain("ping");
    expect(resources('<primitive id="a" class="‸"/>')).toEqual(["ocf", "stonith"]);
  });

  test("inside quotes", () => {
    expect(taken({ [keepalived]: 'virtual_server 10.0.0.1 80 {\n  lb_algo "w‸"\n}\n' }, "wrr")).toBe(
      'virtual_server 10.0.0.1 80 {\n  lb_algo "wrr"\n}\n',
    );
  });

  test("of a switch", () => {
    expect(labels({ [keepalived]: "global_defs {\n  vrrp_strict ‸\n}\n" })).toEqual([
      "yes",
      "no",
      "on",
      "off",
      "true",
      "false",
    ]);
    expect(labels({ [keepalived]: "vrrp_instance A {\n  priority ‸\n}\n" })).toEqual([]);
    expect(labels({ "zerg/etc/ha.d/ha.cf": "auto_failback ‸\n" })).toEqual(
      expect.arrayContaining(["on", "off"]),
    );
  });

  test("options of the keyword, without the flags that are set", () => {
    const found = labels({ [haproxy]: "backend b\n  server s 10.0.0.1:80 check ‸\n" });
    expect(found).toContain("inter");
    expect(found).not.toContain("check");
    const text = "vrrp_instance A {\n  virtual_ipaddress {\n    10.0.0.1/24 ‸\n  }\n}\n";
    expect(labels({ [keepalived]: text })).toContain("dev");
  });

  test("the parts of a list in one word", () => {
    const text = "/dev/sda1 /srv ext4 noatime,no‸ 0 0\n";
    expect(labels({ "zerg/etc/fstab": text })).not.toContain("noatime");
    expect(taken({ "zerg/etc/fstab": text }, "nofail")).toBe("/dev/sda1 /srv ext4 noatime,nofail 0 0\n");
  });
});

describe("names", () => {
  const script = "vrrp_script chk {\n  script /bin/true\n}\n";

  test("to refer to, with the machines that define them", () => {
    const files = {
      [keepalived]: `${script}vrrp_instance A {\n  track_script {\n    ‸\n  }\n}\n`,
      "supermente/etc/keepalived/keepalived.conf": script.replace("chk", "other"),
    };
    const found = itemsOf(asked(files)).map(({ label, detail }) => [label, detail]);
    expect(found).toEqual([
      ["chk", "track script of zerg"],
      ["other", "track script of supermente"],
    ]);
  });

  test("that the other machines give their own", () => {
    const files = {
      [keepalived]: "vrrp_instance A {\n}\nvrrp_instance ‸",
      "supermente/etc/keepalived/keepalived.conf": "vrrp_instance A {\n}\nvrrp_instance B {\n}\n",
    };
    expect(labels(files)).toEqual(["B"]);
  });

  test("interfaces of this machine", () => {
    const files = {
      [keepalived]: "vrrp_instance A {\n  interface ‸\n}\n",
      "zerg/etc/network/interfaces": "auto eth7\niface eth7 inet static\n  address 10.0.0.1/24\n",
    };
    expect(labels(files)).toEqual(["eth7"]);
    const unknown = {
      [keepalived]: "vrrp_instance A {\n  interface et‸\n}\n",
      "supermente/etc/keepalived/keepalived.conf": "vrrp_instance A {\n  interface eth3\n}\n",
    };
    expect(itemsOf(asked(unknown)).map(({ label, detail }) => [label, detail])).toEqual([
      ["eth3", "interface of supermente"],
    ]);
  });

  test("backends and the access lists of the section", () => {
    expect(labels({ [haproxy]: "backend b\nfrontend f\n  default_backend ‸\n" })).toEqual(["b"]);
    const text =
      "frontend f\n  acl api path_beg /api\n  http-request deny if ‸\nbackend b\n  acl no path /\n";
    expect(labels({ [haproxy]: text })).toEqual(["api"]);
    expect(taken({ [haproxy]: text.replace("‸", "!a‸") }, "api")).toContain("if !api\n");
  });
});

test("documentation comes with resolve", () => {
  const item = itemNamed(asked({ [keepalived]: "vrrp_instance A {\n  ‸\n}\n" }), "virtual_router_id");
  expect(item.documentation).toBeUndefined();
  const { documentation } = completionResolve(client, item);
  expect(MarkupContent.is(documentation) && documentation.value).toContain("1 to 255");
  const option = itemNamed(asked({ [haproxy]: "backend b\n  server s 10.0.0.1:80 ‸\n" }), "inter");
  expect(completionResolve(client, option).documentation).toBeDefined();
  expect(completionResolve(client, { label: "x", data: { format: 1 } })).toEqual({
    label: "x",
    data: { format: 1 },
  });
});

test("any text and place: edits stay in the cursor's line and around it", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at }) => {
      for (const { textEdit } of completion(view, client, at)) {
        if (!TextEdit.is(textEdit)) throw new Error("no edit");
        const { start, end } = textEdit.range;
        expect(start.line).toBe(end.line);
        expect(toOffset(at.source, start, "utf-16")).toBeLessThanOrEqual(at.offset);
        expect(toOffset(at.source, end, "utf-16")).toBeGreaterThanOrEqual(at.offset);
      }
    }),
  );
});
