import { describe, expect, test } from "vitest";
import { references } from "../../lsp/features/references.ts";
import type { Files } from "../support/cluster.ts";
import { client, cursorIn } from "./cursor.ts";
import { shown } from "./edits.ts";

const found = (files: Files, includeDeclaration = true): string[] => {
  const { view, at } = cursorIn(files);
  return shown(view, references(view, client, at, includeDeclaration));
};

const balancer =
  "frontend f\n  use_backend b if TRUE\n  default_backend b\nbackend b\n  server s 10.0.0.1:80\n";

describe("references", () => {
  test("of a backend on both balancers, with and without its definitions", () => {
    const files: Files = {
      "a/etc/haproxy/haproxy.cfg": balancer.replace("backend b\n  server", "backend ‸b\n  server"),
      "b/etc/haproxy/haproxy.cfg": balancer,
    };
    const uses = ["a", "b"].flatMap((node) =>
      [2, 3].map((line) => `${node}/etc/haproxy/haproxy.cfg:${line} b`),
    );
    expect(found(files, false)).toEqual(uses);
    expect(found(files)).toHaveLength(6);
  });
  test("of a node in every format", () => {
    const cib = `<cib validate-with="pacemaker-3.9"><configuration><crm_config/><nodes><node id="1" uname="a"/></nodes><resources>
<primitive id="f" class="stonith" type="fence_x"><instance_attributes id="i"><nvpair id="n" name="pcmk_host_map" value="a:1;b:2"/></instance_attributes></primitive></resources><constraints>
<rsc_location id="l" rsc="p" node="a" score="1"/>
<rsc_location id="m" rsc="p"><rule id="r" score="1"><expression id="e" attribute="#uname" operation="eq" value="a"/></rule></rsc_location></constraints></configuration></cib>`;
    expect(
      found({
        "a/etc/hostname": "a‸\n",
        "a/etc/hosts": "10.0.0.1 a\n",
        "a/etc/corosync/corosync.conf": "nodelist {\n  node {\n    ring0_addr: a\n  }\n}\n",
        "a/etc/drbd.conf": "resource r {\n  on a {\n  }\n  connection-mesh {\n    hosts a b;\n  }\n}\n",
        "a/etc/ha.d/ha.cf": "node a b\n",
        "a/etc/ha.d/haresources": "a drbddisk::r\n",
        "a/etc/haproxy/haproxy.cfg": "peers p\n  peer a 10.0.0.1:1\n",
        "a/etc/keepalived/keepalived.conf": "vrrp_instance VI {\n  @a priority 150\n}\n",
        "a/etc/ocfs2/cluster.conf": "node:\n\tname = a\n\tnumber = 0\n",
        "b/etc/c.crm": 'node 1: a\nlocation l p 10: a\nprimitive f stonith:x params hostlist="a b"\n',
        "b/var/lib/pacemaker/cib/cib.xml": cib,
      }),
    ).toEqual([
      "a/etc/corosync/corosync.conf:3 a",
      "a/etc/drbd.conf:2 a",
      "a/etc/drbd.conf:5 a",
      "a/etc/ha.d/ha.cf:1 a",
      "a/etc/ha.d/haresources:1 a",
      "a/etc/haproxy/haproxy.cfg:2 a",
      "a/etc/hostname:1 a",
      "a/etc/hosts:1 a",
      "a/etc/keepalived/keepalived.conf:2 a",
      "a/etc/ocfs2/cluster.conf:2 a",
      "b/etc/c.crm:1 a",
      "b/etc/c.crm:2 a",
      "b/etc/c.crm:3 a",
      "b/var/lib/pacemaker/cib/cib.xml:1 a",
      "b/var/lib/pacemaker/cib/cib.xml:2 a",
      "b/var/lib/pacemaker/cib/cib.xml:3 a",
      "b/var/lib/pacemaker/cib/cib.xml:4 a",
    ]);
  });
  test("of OCFS2's cluster in o2cb's settings, of a volume of GlusterFS in its file only", () => {
    expect(
      found({
        "a/etc/ocfs2/cluster.conf": "node:\n\tcluster = ‸web\n\ncluster:\n\tname = web\n",
        "a/etc/default/o2cb": "O2CB_BOOTCLUSTER=web\n",
      }),
    ).toEqual([
      "a/etc/default/o2cb:1 web",
      "a/etc/ocfs2/cluster.conf:2 web",
      "a/etc/ocfs2/cluster.conf:5 web",
    ]);
    const volumes = "volume x\n type storage/posix\nend-volume\nvolume y\n subvolumes x\nend-volume\n";
    expect(
      found({
        "a/etc/glusterfs/glusterfsd.vol": volumes.replace("volumes x", "volumes ‸x"),
        "a/etc/glusterfs/glusterfs.vol": volumes,
      }),
    ).toEqual(["a/etc/glusterfs/glusterfsd.vol:1 x", "a/etc/glusterfs/glusterfsd.vol:5 x"]);
  });
});
