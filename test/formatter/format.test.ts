import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFormattable, refusal } from "../../formatter/format.ts";
import type { Format } from "../../parsers/core/format.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { formats } from "../../parsers/index.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { changes, formatted } from "./kept.ts";

describe("indents", () => {
  const cases: readonly [string, Format, string, string][] = [
    [
      "keepalived: braces, comments with what follows, before a brace with its block",
      keepalived,
      "! top  \nvrrp_instance A\n{\n# vrid\n    virtual_router_id 51   # trailing\n  virtual_ipaddress {\n192.0.2.1/24\n! last\n }\n}\n\n\n",
      "! top\nvrrp_instance A\n{\n    # vrid\n    virtual_router_id 51   # trailing\n    virtual_ipaddress {\n        192.0.2.1/24\n        ! last\n    }\n}\n",
    ],
    [
      "drbd: a statement over lines, a block on one line",
      drbd,
      'resource r0 {\nnet { protocol C; }\nhandlers {\nfence-peer\n"/usr/lib/drbd/a  b";\n}\n}\n',
      'resource r0 {\n    net { protocol C; }\n    handlers {\n        fence-peer\n            "/usr/lib/drbd/a  b";\n    }\n}\n',
    ],
    [
      "corosync: with the file's own step",
      corosync,
      "totem {\n\tversion: 2\n\tcluster_name:  a b\n        transport: knet\n}\n",
      "totem {\n\tversion: 2\n\tcluster_name:  a b\n\ttransport: knet\n}\n",
    ],
    [
      "haproxy: sections at the margin, escaped blanks, .if where it stands",
      haproxy,
      "  global\n    maxconn 10 \n  .if feature(OPENSSL)\n  ssl-server-verify none\n  .endif\n\n# of a\n  frontend a\n    bind :80\n http-request set-header X a\\ \n  http-reuse safe\n  # server b\n\nbackend b\n",
      "global\n    maxconn 10\n  .if feature(OPENSSL)\n    ssl-server-verify none\n  .endif\n\n# of a\nfrontend a\n    bind :80\n    http-request set-header X a\\ \n    http-reuse safe\n    # server b\n\nbackend b\n",
    ],
    [
      "ocfs2: attributes behind a blank, comments in column 1",
      ocfs2,
      "# c\nnode:\n name = a\n# d\n  number = 0  \n\ncluster:\n\tname = w\n  node_count = 1\n",
      "# c\nnode:\n  name = a\n# d\n  number = 0\n\ncluster:\n  name = w\n  node_count = 1\n",
    ],
    [
      "interfaces: options of a stanza; what a backslash continues stays",
      interfaces,
      "auto eth0\n iface eth0 inet static\naddress 192.0.2.1/24\nup ip route add \\\n       default via 192.0.2.254\n",
      "auto eth0\niface eth0 inet static\n    address 192.0.2.1/24\n    up ip route add \\\n       default via 192.0.2.254\n",
    ],
    [
      "my.cnf: all at the margin",
      galera,
      "  [mysqld]\n  wsrep_on = ON  \n# c\n\tbind-address=0.0.0.0\n",
      "[mysqld]\nwsrep_on = ON\n# c\nbind-address=0.0.0.0\n",
    ],
    [
      "crm: continued lines, but not inside quotes",
      crmsh,
      '  primitive p ocf:heartbeat:Dummy \\\n  params state="a \\\n  b" \\\n\top monitor interval=10s\n',
      'primitive p ocf:heartbeat:Dummy \\\n  params state="a \\\n  b" \\\n  op monitor interval=10s\n',
    ],
    ["hosts: the margin", hosts, "  192.0.2.1\ta b  \r\n# c", "192.0.2.1\ta b\r\n# c\r\n"],
  ];
  test.each(cases)("%s", (_, format, before, after) => {
    expect(formatted(format, before)).toBe(after);
    expect(changes(format, before).problems).toEqual([]);
  });

  test("with the step that is asked for", () => {
    const text = "totem {\n  version: 2\n}\n";
    expect(formatted(corosync, text, { indent: "\t" })).toBe("totem {\n\tversion: 2\n}\n");
    expect(formatted(corosync, text, { indent: "no blank" })).toBe(text);
  });
});

describe("aligns", () => {
  const cases: readonly [Format, string, string][] = [
    [
      keepalived,
      'vrrp_instance A {\n    interface eth0\n    virtual_router_id 51\n    notify_master "/a  b"\n\n    priority   100\n}\n',
      'vrrp_instance A {\n    interface         eth0\n    virtual_router_id 51\n    notify_master "/a  b"\n\n    priority 100\n}\n',
    ],
    [
      haproxy,
      "defaults\n    mode http\n    timeout connect 5s\n    option   httplog\n",
      "defaults\n    mode    http\n    timeout connect 5s\n    option  httplog\n",
    ],
    [
      corosync,
      "totem {\n    version:2\n    cluster_name:  a b\n}\n",
      "totem {\n    version:      2\n    cluster_name: a b\n}\n",
    ],
    [ocfs2, "node:\n\tname = a\n\tnumber =  0\n", "node:\n\tname   = a\n\tnumber = 0\n"],
    [galera, '[mysqld]\na=1\nlonger  = "x  y"\nflag\n', '[mysqld]\na      = 1\nlonger = "x  y"\nflag\n'],
    [hosts, "192.0.2.1 a b # c\n192.0.2.100\tlong\td\n", "192.0.2.1   a    b # c\n192.0.2.100 long d\n"],
    [
      fstab,
      "/dev/sda1 / ext4 defaults 0 1\nLABEL=x\t/mnt/x\txfs\tro 0 0\n",
      "/dev/sda1 /      ext4 defaults 0 1\nLABEL=x   /mnt/x xfs  ro       0 0\n",
    ],
  ];
  test.each(cases)("$id", (format, before, after) => {
    expect(formatted(format, before, { align: true })).toBe(after);
    expect(changes(format, before, { align: true }).problems).toEqual([]);
    expect(formatted(format, before).replace(/[ \t]/g, "")).toBe(before.replace(/[ \t]/g, ""));
  });
});

describe("leaves", () => {
  const same = (format: Format, text: string) => expect(formatted(format, text)).toBe(text);

  test("templates' lines where they stand", () => {
    same(keepalived, "vrrp_instance A {\n{% if x %}  \n    priority 1\n        {% endif %}\n{{ more }}\n}\n");
  });
  test("lines that corosync would read in two, CRLF and the byte order mark", () => {
    same(corosync, `totem {\n  version: 2\ncluster_name: ${"x".repeat(500)}\n}\n`);
    expect(formatted(hosts, "\ufeff192.0.2.1 a \r\n  192.0.2.2 b\r\n")).toBe(
      "\ufeff192.0.2.1 a\r\n192.0.2.2 b\r\n",
    );
  });
  test("files with a mistake of the grammar, with the reason", () => {
    const text = "vrrp_instance A {\npriority 1\n";
    same(keepalived, text);
    expect(refusal(keepalived.parse(sourceOf("f", text)), keepalived)).toBe("1:17: this { is never closed");
  });
  test("shell scripts with crm's commands", () => {
    const text = "#!/bin/sh\nif true; then\n  crm configure property a=b\nfi\n";
    same(crmsh, text);
    expect(refusal(crmsh.parse(sourceOf("f", text)), crmsh)).toBeDefined();
  });
  test("formats whose white space may be meant", () => {
    expect(formats.filter(isFormattable).map(({ id }) => id)).toEqual([
      "keepalived",
      "drbd",
      "ocfs2",
      "galera",
      "corosync",
      "haproxy",
      "crmsh",
      "interfaces",
      "hosts",
      "fstab",
    ]);
    for (const format of formats.filter((one) => !isFormattable(one))) same(format, "  a  \n b = c   \n\n");
  });
  test("an empty file", () => {
    for (const format of formats) for (const text of ["", " \n\n"]) same(format, text);
  });
});

test("mends a missing last line end, and only where nothing is continued", () => {
  expect(formatted(haproxy, "global\n    daemon")).toBe("global\n    daemon\n");
  expect(formatted(interfaces, "auto eth0 \\\n\n\n")).toBe("auto eth0 \\\n\n\n");
});

test("a quote that a template's tag may close reaches on", () => {
  const text = "\r\n'{{ x }}";
  expect(changes(crmsh, text, {}, false)).toEqual({ problems: [], changed: false });
});

test("a template is laid out only where it then reads as before", () => {
  expect(changes(ocfs2, "  node:{{ x }}", {}, false)).toEqual({ problems: [], changed: false });
});

test("CRLF is not carried to where CR would be read", () => {
  expect(changes(ocfs2, "#\r\nnode:", {}, false)).toEqual({ problems: [], changed: false });
});

test("any text keeps all but its white space", () => {
  const piece = fc.constantFrom(
    ..."a|b: 1|k = v|{|}|;|\n|\r\n|\n\n| |\t|  |\\|\\\n|\"|'|#|!|$X|{{ x }}|{% if %}|{%|%}|[m]|<%|backend a|node:|iface e inet dhcp|primitive|.if|\ufeff|@h|é".split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  const format = fc.constantFrom(...formats.filter(isFormattable).map(({ id }) => id));
  const options = fc.constantFrom({}, { align: true }, { indent: "\t" }, { align: true, indent: " " });
  fc.assert(
    fc.property(format, text, options, (id, given, how) => {
      const one = formats.find((format) => format.id === id)!;
      expect(changes(one, given, how, false).problems).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});
