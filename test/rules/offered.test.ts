import { describe, expect, test } from "vitest";
import { edited, type Files, lintFiles } from "../support/cluster.ts";

/** The files after the first fix of a rule, or undefined where it offers none. */
function mended(files: Files, rule: string): Files | undefined {
  const found = lintFiles(files).filter((one) => one.rule === rule);
  expect(found.length).toBeGreaterThan(0);
  const edits = found[0]?.fix?.edits;
  return edits && edited(files, edits);
}

const alone = (path: string, text: string, rule: string) => mended({ [path]: text }, rule)?.[path];

describe("a fix is offered only where nothing else breaks by it", () => {
  const haproxy = (text: string, rule: string) => alone("/etc/haproxy/haproxy.cfg", text, rule);

  test("a scope line becomes a section only where that needs no name", () => {
    expect(haproxy("[defaults]\n  mode http\n", "haproxy/scope-line")).toBe("defaults\n  mode http\n");
    expect(haproxy("[backend]\n  mode http\n", "haproxy/scope-line")).toBeUndefined();
  });

  test("log global is added only where global logs", () => {
    const text = (log: string) => `global\n  maxconn 100\n${log}frontend a\n  bind :80\n`;
    expect(haproxy(text("  log 10.0.0.1 local0\n"), "haproxy/log-nowhere")).toMatch(/\n +log global\n/);
    expect(haproxy(text(""), "haproxy/log-nowhere")).toBeUndefined();
  });

  test("req.ssl_sni is written only where haproxy waits for it", () => {
    const text = (delay: string) =>
      `frontend a\n  mode tcp\n  bind :443\n${delay}  use_backend b if { ssl_fc_sni -i x }\nbackend b\n  mode tcp\n  server s 10.0.0.1:1\n`;
    const waits = text("  tcp-request inspect-delay 5s\n");
    expect(haproxy(waits, "haproxy/tls-without-tls")).toContain("{ req.ssl_sni -i x }");
    expect(haproxy(text(""), "haproxy/tls-without-tls")).toBeUndefined();
  });

  test("a password is cut where it is written, not where a variable is used", () => {
    const text = (head: string, pass: string) =>
      `${head}vrrp_instance A {\n  interface eth0\n  virtual_router_id 1\n  authentication {\n    auth_type PASS\n    auth_pass ${pass}\n  }\n}\n`;
    const rule = "keepalived/auth-pass-too-long";
    const path = "/etc/keepalived/keepalived.conf";
    expect(alone(path, text("", "a3dswd3410"), rule)).toBe(text("", "a3dswd34"));
    expect(alone(path, text("$P=a3dswd3410\n", "$P"), rule)).toBeUndefined();
  });

  test("a value is quoted whole only where its quotes are closed", () => {
    const keepalived = (text: string) =>
      alone("/etc/keepalived/keepalived.conf", text, "keepalived/mid-word-quote");
    const text = (id: string) => `global_defs {\n  router_id ${id}\n}\n`;
    expect(keepalived(text('ze"rg"'))).toBe(text('"zerg"'));
    expect(keepalived(text('zerg" # here'))).toBeUndefined();
    expect(keepalived('global_defs" {\n  router_id zerg\n}\n')).toBeUndefined();
  });

  test("a brace is not inserted before a quote that swallows it", () => {
    const drbd = (text: string) => alone("/etc/drbd.conf", text, "drbd/missing-brace");
    expect(drbd("global\n  usage-count no;\n}\n")).toBe("global {\n  usage-count no;\n}\n");
    expect(drbd('global" {\n  usage-count no;\n}\n')).toBeUndefined();
  });

  test("a word that a variable makes is not mended where the variable is used", () => {
    const text = (peer: string, head = "") =>
      `${head}vrrp_instance A {\n  unicast_peer {\n    ${peer}\n  }\n}\n`;
    const keepalived = (one: string) =>
      alone("/etc/keepalived/keepalived.conf", one, "keepalived/unicast-peer-prefix");
    expect(keepalived(text("10.0.0.1/24"))).toBe(text("10.0.0.1"));
    expect(keepalived(text("$PEER", "$PEER=10.0.0.1/24\n"))).toBeUndefined();
    expect(keepalived(text("10.0.0.${LAST}/24", "$LAST=1\n"))).toBeUndefined();
  });

  test("a section on one line is taken apart whole, or not at all", () => {
    const corosync = (text: string) => alone("/etc/corosync/corosync.conf", text, "corosync/beside-brace");
    expect(corosync("system { sched_rr: yes }\n")).toBe("system { \nsched_rr: yes\n }\n");
    expect(corosync("system { sched_rr: yes\n}\n")).toBe("system { \nsched_rr: yes\n}\n");
    expect(corosync("totem { interface { ttl: 1 } }\n")).toBeUndefined();
  });
});

describe("a name is mended in the files of all machines, which stay the same file", () => {
  const both = (path: string, text: string): Files =>
    Object.fromEntries(
      ["web1", "web2"].flatMap((node) => [
        [`${node}${path}`, text],
        [`${node}/etc/hostname`, `${node}\n`],
      ]),
    );

  test("the host of a DRBD resource", () => {
    const text = (host: string) =>
      `resource www {\n  on web1 { address 10.9.0.11:7789; }\n  on ${host} { address 10.9.0.12:7789; }\n}\n`;
    expect(mended(both("/etc/drbd.d/www.res", text("wbe2")), "cluster/drbd-node-not-listed")).toEqual(
      both("/etc/drbd.d/www.res", text("web2")),
    );
  });

  test("the node of an OCFS2 cluster", () => {
    const node = (name: string) => `node:\n\tname = ${name}\n\tcluster = web\n`;
    const text = (name: string) => `cluster:\n\tnode_count = 2\n\tname = web\n${node("web1")}${node(name)}`;
    const path = "/etc/ocfs2/cluster.conf";
    expect(mended(both(path, text("web2.example.org")), "cluster/ocfs2-node-not-listed")).toEqual(
      both(path, text("web2")),
    );
  });

  test("the name of a node in corosync.conf", () => {
    const node = (name: string, last: number) =>
      `  node {\n    name: ${name}\n    nodeid: ${last}\n    ring0_addr: 10.0.0.${last}\n  }\n`;
    const text = (name: string) => `nodelist {\n${node("web1", 1)}${node(name, 2)}}\n`;
    const path = "/etc/corosync/corosync.conf";
    const hosts = { "web2/etc/hosts": "127.0.0.1 localhost\n10.0.0.2 web2\n" };
    const face = {
      "web2/etc/network/interfaces": "auto eth0\niface eth0 inet static\n    address 10.0.0.2/24\n",
    };
    const before = { ...both(path, text("other")), ...hosts, ...face };
    expect(mended(before, "cluster/corosync-name-mismatch")).toEqual({
      ...both(path, text("web2")),
      ...hosts,
      ...face,
    });
  });
});
