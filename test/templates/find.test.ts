import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { lint } from "../../rules/engine.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes files, opens the paths and tells the clusters: node, format and file of each, and the rules that speak. */
async function opened(files: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  folder = mkdtempSync(join(tmpdir(), "halint-templates-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { clusters, layout, problems } = await openWorkspace(paths, { disk: nodeDisk, cwd: folder });
  return {
    layout: layout.map(({ nodes }) =>
      nodes.map(({ name, files: members }) =>
        [name, ...members.map(({ format, source }) => `${format.id} ${source.path}`)].join(": "),
      ),
    ),
    rules: [...problems, ...lint(clusters)].map(({ rule }) => rule),
  };
}

const instance = (priority: string): string =>
  `vrrp_instance A {\n  state BACKUP\n  interface eth0\n  virtual_router_id 7\n  priority ${priority}\n  virtual_ipaddress {\n    10.0.0.4/24\n  }\n}\n`;

test("a template is of the format of what it makes, wherever its folder names the role", async () => {
  const { layout } = await opened(
    {
      "roles/lb/templates/keepalived.conf.j2": instance("{{ p }}"),
      "roles/lb/templates/etc/drbd.d/r0.res.j2": "resource {{ r }} {\n}\n",
      "cookbooks/lb/templates/default/haproxy.cfg.erb": "global\n  daemon\n",
      "conf.d/corosync.conf.epp": "totem {\n  version: 2\n  cluster_name: <%= $c %>\n}\n",
      "templates/sysctl.conf.tmpl": "vm.swappiness = {{ .x }}\n",
      "templates/motd.j2": "{{ x }}\n",
    },
    ".",
  );
  expect(layout.flat()).toEqual([
    ": corosync conf.d/corosync.conf.epp",
    ": haproxy cookbooks/lb/templates/default/haproxy.cfg.erb",
    "lb: drbd roles/lb/templates/etc/drbd.d/r0.res.j2",
    "lb: keepalived roles/lb/templates/keepalived.conf.j2",
    ": sysctl templates/sysctl.conf.tmpl",
  ]);
});

test("templates are nobody's peers, and none of the machine in whose tree they lie", async () => {
  const files = {
    "a.conf.j2": instance("100"),
    "b.conf.j2": instance("100"),
    "zerg/etc/keepalived/keepalived.conf": instance("120"),
    "zerg/etc/keepalived/keepalived.conf.j2": instance("{{ p }}"),
  };
  const { layout, rules } = await opened(files, "a.conf.j2", "b.conf.j2", "zerg");
  expect(layout).toEqual([
    ["zerg: keepalived zerg/etc/keepalived/keepalived.conf"],
    [": keepalived a.conf.j2"],
    [": keepalived b.conf.j2"],
    [": keepalived zerg/etc/keepalived/keepalived.conf.j2"],
  ]);
  expect(rules.filter((rule) => rule.startsWith("cluster/"))).toEqual([]);
});

test("a template that the user named and nothing tells is reported, one of a stranger that a search met is not", async () => {
  expect((await opened({ "x.j2": "{{ x }}\n" }, "x.j2")).rules).toEqual(["file/unknown-format"]);
  expect((await opened({ "t/haproxy.cfg.j2": "[nothing]\n" }, ".")).rules).toEqual([]);
});
