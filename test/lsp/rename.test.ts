import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import type { Client } from "../../lsp/client.ts";
import { namesIn } from "../../lsp/features/names.ts";
import { prepareRename, rename } from "../../lsp/features/rename.ts";
import { type Files, lintFiles } from "../support/cluster.ts";
import { namings } from "../support/pieces.ts";
import { client, cursorIn } from "./cursor.ts";
import { edited } from "./edits.ts";

const mark = (files: Files, path: string, offset: number): Files => {
  const text = files[path]!;
  return { ...files, [path]: `${text.slice(0, offset)}‸${text.slice(offset)}` };
};
const unmarked = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace("‸", "")]));

/** The files after a rename at the cursor, or why there is none. */
function renamed(marked: Files, name: string, by: Client = client): Files | string {
  const { view, at } = cursorIn(marked);
  const edit = rename(view, by, at, name);
  return "refused" in edit ? edit.refused : edited(view, unmarked(marked), edit);
}
const refusal = (text: string, name = "new", path = "a/etc/haproxy/haproxy.cfg"): string =>
  renamed({ [path]: text }, name) as string;

const keepalived = (priority: number): string => `vrrp_script chk {
  script "/bin/true"
}
vrrp_instance VI {
  state BACKUP
  interface eth0
  virtual_router_id 51
  priority ${priority}
  virtual_ipaddress {
    10.0.0.9/24
  }
  track_script {
    chk
  }
}
vrrp_sync_group G {
  group {
    VI
  }
}
`;
const haproxy = `userlist people
  user x password $5$k
defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend web
  bind :80
  acl api path_beg /api
  http-request auth if api !{ http_auth(people) }
  http-request track-sc0 src table app
  use_backend app if api { nbsrv(app) gt 0 }
  default_backend app
backend app
  stick-table type ip size 1m expire 5m store http_req_rate(10s)
  server one 10.0.0.1:80 check
  server two 10.0.0.2:80 track app/one
  use-server one if { srv_is_up(app/one) }
`;
const drbd = `resource r0 {
  device /dev/drbd0;
  disk /dev/sda1;
  meta-disk internal;
  on zerg {
    address 10.0.0.1:7788;
  }
  on super {
    address 10.0.0.2:7788;
  }
}
`;
const hosts = "127.0.0.1 localhost\n10.0.0.1 zerg\n10.0.0.2 super\n";
const crm = `node 1: zerg
node 2: super
primitive d ocf:linbit:drbd params drbd_resource=r0 op monitor interval=10s role=Promoted op monitor interval=20s role=Unpromoted
clone c d meta promotable=true notify=true
location l c 100: zerg
`;
const cluster: Files = {
  "zerg/etc/hostname": "zerg\n",
  "super/etc/hostname": "super\n",
  "zerg/etc/hosts": hosts,
  "super/etc/hosts": hosts,
  "zerg/etc/drbd.conf": drbd,
  "super/etc/drbd.conf": drbd,
  "zerg/etc/c.crm": crm,
  "zerg/etc/keepalived/keepalived.conf": keepalived(150),
  "super/etc/keepalived/keepalived.conf": keepalived(100),
  "zerg/etc/haproxy/haproxy.cfg": haproxy,
  "super/etc/haproxy/haproxy.cfg": haproxy,
};

describe("rename", () => {
  test("of a backend, in both balancers", () => {
    const after = renamed(mark(cluster, "zerg/etc/haproxy/haproxy.cfg", haproxy.indexOf("app\n")), "shop");
    const text = haproxy.replace(/\bapp\b/g, "shop");
    expect(after).toEqual({
      ...cluster,
      "zerg/etc/haproxy/haproxy.cfg": text,
      "super/etc/haproxy/haproxy.cfg": text,
    });
  });
  test("of a DRBD resource, in Pacemaker too", () => {
    const after = renamed(mark(cluster, "super/etc/drbd.conf", 10), "web") as Files;
    expect(after["zerg/etc/c.crm"]).toContain("drbd_resource=web");
    expect(after["zerg/etc/drbd.conf"]).toBe(drbd.replace("r0", "web"));
  });
  test("of a user and a group of a userlist, in lists and where ACLs ask for the group", () => {
    const file = "zerg/etc/haproxy/haproxy.cfg";
    const text = `userlist l
  group ops users tom,ann
  user tom password x
  user ann password y groups dev,ops
  group dev
userlist other
  user ann password z
frontend f
  acl a http_auth_group(l) ops dev
  acl b http_auth_group(other) ops
`;
    const fileAfter = (name: string, nth: number, now: string): string => {
      const offset = [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))][nth]!.index + 1;
      return (renamed(mark({ [file]: text }, file, offset), now) as Files)[file]!;
    };
    expect(fileAfter("ann", 0, "eve")).toBe(
      text.replace("tom,ann", "tom,eve").replace("user ann password y", "user eve password y"),
    );
    expect(fileAfter("ops", 1, "all")).toBe(
      text.replace("group ops", "group all").replace("dev,ops", "dev,all").replace("(l) ops", "(l) all"),
    );
  });
  test("of a node, in all files of all machines", () => {
    const after = renamed(mark(cluster, "zerg/etc/hostname", 0), "hydra") as Files;
    expect(Object.values(after).join("")).not.toContain("zerg");
    expect(Object.values(after).join("").match(/hydra/g)).toHaveLength(7);
  });
  test("there and back gives the same texts, and between them as many findings", { timeout: 60_000 }, () => {
    const { view } = cursorIn(mark(cluster, "zerg/etc/hostname", 0));
    const before = lintFiles(cluster).length;
    const first = new Map(
      namesIn(view.workspace.clusters[0]!).all.map((place) => [
        `${place.space} ${place.scope} ${place.name}`,
        place,
      ]),
    );
    const tried: string[] = [];
    for (const { name, at, space } of first.values()) {
      const offset = at.start + (at.end > at.start + 1 ? 1 : 0);
      // Of the same length, so that the cursor stays where it is.
      const there = renamed(mark(cluster, at.source.path, offset), "o".repeat(name.length));
      if (typeof there === "string") continue;
      tried.push(`${space} ${name}`);
      expect(there).not.toEqual(cluster);
      // Folders keep their names in this test, so that the name of a node without its folder is a finding of its own.
      if (space !== "node") expect([name, lintFiles(there).length]).toEqual([name, before]);
      expect(renamed(mark(there, at.source.path, offset), name)).toEqual(cluster);
    }
    expect(tried.sort()).toMatchInlineSnapshot(`
      [
        "drbd/resource r0",
        "haproxy/acl api",
        "haproxy/backend app",
        "haproxy/frontend web",
        "haproxy/server one",
        "haproxy/server two",
        "haproxy/user x",
        "haproxy/userlist people",
        "keepalived/vrrp_instance VI",
        "keepalived/vrrp_script chk",
        "keepalived/vrrp_sync_group G",
        "node super",
        "node zerg",
        "pacemaker/id c",
        "pacemaker/id d",
        "pacemaker/id l",
      ]
    `);
  });
  test("of a machine without a hostname renames its folder, where the editor can", () => {
    const files: Files = { "zerg/etc/drbd.conf": drbd.replace("zerg", "z‸erg"), "super/etc/drbd.conf": drbd };
    const { view, at } = cursorIn(files);
    const edit = rename(view, { ...client, renamesFiles: true }, at, "hydra") as WorkspaceEdit;
    expect(edit.documentChanges?.at(-1)).toEqual({
      kind: "rename",
      oldUri: "file:///ws/zerg",
      newUri: "file:///ws/hydra",
    });
    expect(edited(view, unmarked(files), edit)["super/etc/drbd.conf"]).toContain("on hydra {");
    expect(prepareRename(view, client, at)).toEqual({
      refused:
        "zerg is the name of the machine's folder too, which this editor cannot rename: name the machine in its etc/hostname first",
    });
  });
  test("prepares with the name alone", () => {
    const { view, at } = cursorIn({ "a/etc/keepalived/keepalived.conf": 'vrrp_instance "V‸I" {\n}\n' });
    expect(prepareRename(view, client, at)).toEqual({
      range: { start: { line: 0, character: 15 }, end: { line: 0, character: 17 } },
      placeholder: "VI",
    });
  });
  test("is refused for what is no name", () => {
    expect(refusal("back‸end b\n")).toBe("there is no name here that halint knows");
    expect(refusal("frontend f\n  default_backend ‸x\n")).toBe(
      "backend x is not defined in any file of the cluster",
    );
    expect(refusal("$N=VI\nvrrp_instance $‸N {\n}\n", "new", "a/etc/keepalived/keepalived.conf")).toBe(
      "VRRP instance VI comes from a variable or an escape in a/etc/keepalived/keepalived.conf",
    );
  });
  test("is refused for names that cannot be", () => {
    const text = "backend ‸b\nbackend c\nfrontend f\n  default_backend d\n";
    expect(refusal(text, "")).toBe("a name must not be empty");
    expect(refusal(text, "a b")).toBe("a name must not hold blanks: a b");
    expect(refusal(text, 'a"')).toBe('a name must not hold ": a"');
    expect(refusal(text, "a{")).toBe("a name must not hold {: a{");
    expect(refusal(text, "ä")).toContain("ä ");
    expect(refusal("frontend f\n  acl ‸a path /\n", "or")).toBe("or is a word of conditions");
    expect(refusal("frontend f\n  acl ‸a path /\n", "LOCALHOST")).toBe(
      "LOCALHOST is an ACL of haproxy itself",
    );
    expect(refusal("primitive ‸p Dummy\n", "1p", "a/etc/c.crm")).toBe("1p is not an XML id");
  });
  test("is refused for names that are taken", () => {
    const text = "backend ‸b\nbackend c\nfrontend f\n  default_backend d\n";
    expect(refusal(text, "c")).toBe("backend c is defined already in a/etc/haproxy/haproxy.cfg");
    expect(refusal(text, "f")).toBe("frontend f is defined already in a/etc/haproxy/haproxy.cfg");
    expect(refusal(text, "d")).toBe("backend d is used already in a/etc/haproxy/haproxy.cfg");
    expect(
      renamed(
        mark({ ...cluster, "zerg/etc/hosts": `${hosts}10.0.0.3 gate\n` }, "zerg/etc/hostname", 0),
        "gate",
      ),
    ).toBe("some file has a machine of the name gate already");
    expect(refusal("frontend f\n  acl ‸a path /\nfrontend g\n  acl b path /\n", "b")).toBeTypeOf("object");
  });
  test("leaves a template's tags alone", () => {
    const path = "a/etc/haproxy/haproxy.cfg";
    expect(
      renamed(
        { [path]: "frontend f\n  default_backend ‸b\nbackend b\n  server s {{ b }}:80 track b/s\n" },
        "c",
      ),
    ).toEqual({ [path]: "frontend f\n  default_backend c\nbackend c\n  server s {{ b }}:80 track c/s\n" });
  });
  test("any text, offset and name gives an answer", () => {
    const word = fc.constantFrom(...namings);
    const path = fc.constantFrom(
      "a/etc/haproxy/haproxy.cfg",
      "a/etc/keepalived/keepalived.conf",
      "a/etc/drbd.conf",
      "a/etc/c.crm",
    );
    fc.assert(
      fc.property(path, fc.array(word), fc.nat(), fc.string({ unit: "binary" }), (one, words, n, name) => {
        const text = words.join(" ");
        const { view, at } = cursorIn(mark({ [one]: text }, one, n % (text.length + 1)));
        expect(prepareRename(view, client, at)).toBeTypeOf("object");
        expect(rename(view, client, at, name)).toBeTypeOf("object");
      }),
      { numRuns: 100 },
    );
  });
});
