import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definition } from "../../lsp/features/definition.ts";
import type { Files } from "../support/cluster.ts";
import { namings } from "../support/pieces.ts";
import { client, cursorIn } from "./cursor.ts";
import { shown } from "./edits.ts";

const defined = (files: Files): string[] => {
  const { view, at } = cursorIn(files);
  return shown(view, definition(view, client, at));
};
const keepalived = (text: string): string[] => defined({ "/etc/keepalived/keepalived.conf": text });
const haproxy = (text: string): string[] =>
  defined({ "/etc/haproxy/haproxy.cfg": text }).map((line) => line.replace(/^\S+:/, ""));

describe("definition", () => {
  test("of a script, an instance and a group of keepalived", () => {
    const script = "vrrp_script chk {\n  script /bin/true\n}\n";
    expect(keepalived(`${script}vrrp_instance VI {\n  track_script {\n    c‸hk weight 5\n  }\n}\n`)).toEqual([
      "/etc/keepalived/keepalived.conf:1 chk",
    ]);
    expect(keepalived("vrrp_instance VI {\n}\nvrrp_sync_group G {\n  group {\n    VI‸\n  }\n}\n")).toEqual([
      "/etc/keepalived/keepalived.conf:1 VI",
    ]);
    expect(keepalived("global_defs {\n  lvs_sync_daemon eth0 ‸VI\n}\nvrrp_instance VI {\n}\n")).toEqual([
      "/etc/keepalived/keepalived.conf:4 VI",
    ]);
  });
  test("in quotes, without them", () => {
    expect(
      keepalived('vrrp_instance "VI" {\n}\nvrrp_sync_group G {\n  group {\n    "V‸I"\n  }\n}\n'),
    ).toEqual(["/etc/keepalived/keepalived.conf:1 VI"]);
  });
  test("of what haproxy's lines name", () => {
    const rest =
      "backend b\n  stick-table type ip size 1m\n  server s 10.0.0.1:80\n  server t 10.0.0.2:80 track s\n";
    expect(haproxy(`frontend f\n  default_backend ‸b\n${rest}`)).toEqual(["3 b"]);
    expect(haproxy(`frontend f\n  use_backend b if { nbsrv(‸b) gt 0 }\n${rest}`)).toEqual(["3 b"]);
    expect(haproxy(`frontend f\n  http-request track-sc0 src table b‸\n${rest}`)).toEqual(["3 b"]);
    expect(haproxy(`frontend f\n  http-request deny if { srv_is_up(‸b/s) }\n${rest}`)).toEqual(["3 b"]);
    expect(haproxy(`frontend f\n  http-request deny if { srv_is_up(b/‸s) }\n${rest}`)).toEqual(["5 s"]);
    expect(haproxy(`${rest}  use-server ‸t if TRUE\n`)).toEqual(["4 t"]);
    expect(haproxy(rest.replace("track s", "track ‸s"))).toEqual(["3 s"]);
    expect(haproxy(rest.replace("track s", "track b/‸s"))).toEqual(["3 s"]);
    expect(haproxy("userlist u\nfrontend f\n  http-request auth unless { http_auth(‸u) }\n")).toEqual([
      "1 u",
    ]);
    expect(
      haproxy("resolvers dns\n  nameserver a 10.0.0.1:53\nbackend b\n  server s x:80 resolvers ‸dns\n"),
    ).toEqual(["1 dns"]);
    expect(
      haproxy("resolvers dns\nfrontend f\n  http-request do-resolve(txn.ip,‸dns,ipv4) hdr(host)\n"),
    ).toEqual(["1 dns"]);
    expect(
      haproxy("peers p\n  peer a 10.0.0.1:1\nbackend b\n  stick-table type ip size 1m peers ‸p\n"),
    ).toEqual(["1 p"]);
    expect(haproxy("ring r\nglobal\n  log ring@‸r local0\n")).toEqual(["1 r"]);
  });
  test("of an ACL, all its lines, and those of its own section only", () => {
    const acls = "  acl a path /a\n  acl a path /b\n";
    expect(haproxy(`frontend f\n${acls}  http-request deny if !‸a\nfrontend g\n${acls}`)).toEqual([
      "2 a",
      "3 a",
    ]);
  });
  test("of DRBD's resources in Pacemaker and in paths of devices", () => {
    const drbd = { "zerg/etc/drbd.conf": "resource r0 {\n}\n" };
    const crm = "primitive d ocf:linbit:drbd params drbd_resource=‸r0\n";
    expect(defined({ ...drbd, "zerg/etc/c.crm": crm })).toEqual(["zerg/etc/drbd.conf:1 r0"]);
    expect(defined({ ...drbd, "zerg/etc/fstab": "/dev/drbd/by-res/r‸0/0 /srv ext4 noauto 0 0\n" })).toEqual([
      "zerg/etc/drbd.conf:1 r0",
    ]);
  });
  test("of resources in the crm shell and the CIB", () => {
    expect(defined({ "a/etc/c.crm": "primitive p Dummy\nclone c p\nlocation l ‸c 100: a\n" })).toEqual([
      "a/etc/c.crm:2 c",
    ]);
    const cib = `<cib validate-with="pacemaker-3.9"><configuration><crm_config/><nodes/><resources>
<primitive id="p" class="ocf" provider="pacemaker" type="Dummy"/></resources><constraints>
<rsc_location id="l" rsc="‸p" node="a" score="1"/></constraints></configuration></cib>`;
    expect(defined({ "a/var/lib/pacemaker/cib/cib.xml": cib })).toEqual([
      "a/var/lib/pacemaker/cib/cib.xml:2 p",
    ]);
  });
  test("of a node, in every file of the cluster that defines it", () => {
    expect(
      defined({
        "a/etc/hostname": "a\n",
        "a/etc/hosts": "10.0.0.1 a gate\n10.0.0.2 b\n",
        "a/etc/corosync/corosync.conf":
          "nodelist {\n  node {\n    name: a\n    ring0_addr: 10.0.0.1\n  }\n}\n",
        "b/etc/drbd.conf": "resource r {\n  on ‸a {\n  }\n  on b {\n  }\n}\n",
      }),
    ).toEqual(["a/etc/corosync/corosync.conf:3 a", "a/etc/hostname:1 a", "a/etc/hosts:1 a"]);
  });
  test("on the own machine; of a definition, on all machines", () => {
    const files = (text: string): Files => ({
      "a/etc/haproxy/haproxy.cfg": text,
      "b/etc/haproxy/haproxy.cfg": "frontend f\n  default_backend b\nbackend b\n",
    });
    expect(defined(files("frontend f\n  default_backend ‸b\nbackend b\n"))).toEqual([
      "a/etc/haproxy/haproxy.cfg:3 b",
    ]);
    expect(defined(files("frontend f\n  default_backend b\nbackend ‸b\n"))).toEqual([
      "a/etc/haproxy/haproxy.cfg:3 b",
      "b/etc/haproxy/haproxy.cfg:3 b",
    ]);
  });
  test("of nothing where no name is", () => {
    expect(keepalived("vrrp_in‸stance VI {\n}\n")).toEqual([]);
    expect(defined({ "a/etc/hosts": "127.0.0.1 local‸host\n" })).toEqual([]);
    expect(keepalived("$X=VI\nvrrp_instance $‸Y {\n}\n")).toEqual([]);
  });
  test("any text at any offset gives an answer", () => {
    const paths = [
      "a/etc/haproxy/haproxy.cfg",
      "a/etc/keepalived/keepalived.conf",
      "a/etc/drbd.conf",
      "a/etc/c.crm",
      "a/var/lib/pacemaker/cib/cib.xml",
      "a/etc/corosync/corosync.conf",
      "a/etc/hosts",
    ];
    const word = fc.constantFrom(...namings);
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, fc.nat(), (path, raw, n) => {
        const plain = raw.replaceAll("‸", "");
        const offset = n % (plain.length + 1);
        const { view, at } = cursorIn({ [path]: `${plain.slice(0, offset)}‸${plain.slice(offset)}` });
        expect(Array.isArray(definition(view, client, at))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
