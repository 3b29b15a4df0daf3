import { chmodSync, existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Daemon } from "../../daemons/daemon.ts";
import { installed } from "../../daemons/installed.ts";
import { daemons } from "../../daemons/list.ts";
import { versionOf } from "../../daemons/main.ts";
import { right, run } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";

const daemonOf = (id: string): Daemon => daemons.find((daemon) => daemon.id === id)!;
const has = (id: string): boolean => installed(daemonOf(id)) !== undefined;
/** The findings of daemons in compact form. */
const ofDaemons = (out: string): readonly string[] =>
  out.split("\n").filter((line) => line.includes("[daemon/"));
const ask = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  run(["--with-daemons", "-f", "compact", ...args, "."], { files });

describe.each(daemons.map(({ id, program }) => [id, program]))("%s", (id) => {
  test.skipIf(!has(id))("tells its version", async () => {
    expect(await versionOf(daemonOf(id))).toMatch(/^\d+(\.\d+)+$/);
  });
});

describe.skipIf(!has("keepalived"))("the real keepalived", () => {
  const path = "c/n/etc/keepalived/keepalived.conf";

  test("confirms what halint says, and an interface that is not here is no finding", async () => {
    const { code, out, err } = await ask({
      [path]: right.replace("virtual_router_id", "virtual_router_idd"),
    });
    expect(code).toBe(1);
    expect(out).toContain("[schema/unknown-keyword]");
    expect(ofDaemons(out)).toEqual([]);
    expect(err).toMatch(/^keepalived \d[\d.]* was asked about 1 configuration: 0 new messages, [1-9]/m);
  });

  test("says what a level takes from halint, and may be suppressed by a comment and by a level", async () => {
    const wrong = right.replace("virtual_router_id 51", "virtual_router_id 51\n    nonsense 1");
    const off = '"rules": { "schema/unknown-keyword": "off"';
    const files = { [path]: wrong, "halint.config.json": `{ ${off} } }` };
    const { code, out } = await ask(files);
    expect(code).toBe(1);
    expect(ofDaemons(out)).toEqual([
      expect.stringMatching(
        /^c\/n\/etc\/keepalived\/keepalived\.conf:4:5: error: keepalived \d[\d.]* says: Unknown keyword 'nonsense' \[daemon\/keepalived\]$/,
      ),
    ]);
    const commented = wrong.replace(
      "nonsense 1",
      "nonsense 1 # halint-disable-line daemon/keepalived -- ours",
    );
    const quiet = await ask({ ...files, [path]: commented });
    expect(quiet.out).not.toMatch(/daemon\/|halint\//);
    const levelled = await ask({ ...files, "halint.config.json": `{ ${off}, "daemon/*": "off" } }` });
    expect(ofDaemons(levelled.out)).toEqual([]);
  });

  test("reads an absolute include from the machine's own tree", async () => {
    const { out } = await ask({
      [path]: `${right}include /etc/keepalived/more.conf\n`,
      "c/n/etc/keepalived/more.conf": "nonsense 1\n",
      "halint.config.json": '{ "rules": { "schema/*": "off" } }',
    });
    expect(ofDaemons(out)).toEqual([
      expect.stringMatching(/^c\/n\/etc\/keepalived\/more\.conf:1:1: error: .*Unknown keyword 'nonsense'/),
    ]);
  });
});

describe.skipIf(!has("haproxy"))("the real haproxy", () => {
  const path = "c/n/etc/haproxy/haproxy.cfg";
  const good = `global
    log stdout format raw local0
defaults
    log global
    mode http
    timeout client 30s
    timeout server 30s
    timeout connect 5s
frontend web
    bind :80
    default_backend app
backend app
    server one 192.0.2.11:80 check
`;

  test("is silent on a good file, and on a certificate that is not here", async () => {
    const files = { [path]: good.replace("bind :80", "bind :80\n    bind :443 ssl crt /etc/no/such.pem") };
    const { out, err } = await ask(files);
    expect(ofDaemons(out)).toEqual([]);
    expect(err).toMatch(
      /haproxy \d[\d.]* was asked about 1 configuration: 0 new messages, .* [1-9]\d* about this machine alone/,
    );
  });

  test("runs no Lua unless it is told to", async () => {
    const lua = folderOf({});
    const script = join(lua, "x.lua");
    const files = { [path]: good.replace("global\n", `global\n    lua-load ${script}\n`) };
    const { err } = await ask(files);
    expect(err).toContain(
      "haproxy was not asked: its check would run code (lua-load in c/n/etc/haproxy/haproxy.cfg); --trust allows that",
    );
    const trusted = await ask(files, "--trust");
    expect(trusted.err).toMatch(/haproxy \d[\d.]* was asked about 1/);
  });
});

describe.skipIf(!has("drbd"))("the real drbdadm", () => {
  test("reads the machine's resources, not those of this machine", async () => {
    const { out, err } = await ask({
      "c/a/etc/drbd.conf": 'include "/etc/drbd.d/*.res";\n',
      "c/a/etc/drbd.d/r0.res": `resource r0 {
  device /dev/drbd0;
  on a { address 192.0.2.1:7788; disk /dev/vg/a; meta-disk internal; }
  on b { address 192.0.2.2:7788; disk /dev/vg/a; meta-disk internal; }
  net { nonsense C; }
}
`,
      "halint.config.json": '{ "rules": { "schema/*": "off" } }',
    });
    expect(err).toMatch(/drbdadm \d[\d.]* was asked about 1 configuration/);
    expect(ofDaemons(out)).toEqual([
      expect.stringMatching(/^c\/a\/etc\/drbd\.d\/r0\.res:5:3: error: drbdadm \d.*got 'nonsense'/),
    ]);
  });
});

describe.skipIf(!has("corosync"))("the real corosync", () => {
  test("confirms a transport that is none", async () => {
    const text = `totem {
    version: 2
    cluster_name: web
    transport: knot
}
nodelist {
    node {
        nodeid: 1
        name: n
        ring0_addr: 192.0.2.1
    }
}
quorum {
    provider: corosync_votequorum
}
`;
    const { out, err } = await ask({ "c/n/etc/corosync/corosync.conf": text });
    expect(ofDaemons(out)).toEqual([]);
    expect(err).toMatch(
      /corosync \d[\d.]* was asked about 1 configuration: 0 new messages, 1 that halint finds as well/,
    );
  });
});

describe.skipIf(!has("pacemaker"))("the real crm_verify", () => {
  test("confirms a reference to nothing", async () => {
    const text = `<cib validate-with="pacemaker-3.7" epoch="1" num_updates="0" admin_epoch="0">
  <configuration>
    <crm_config/>
    <nodes><node id="1" uname="a"/></nodes>
    <resources/>
    <constraints><rsc_location id="l" rsc="q" node="a" score="1"/></constraints>
  </configuration>
  <status/>
</cib>
`;
    const { out, err } = await ask({ "cib.xml": text });
    expect(ofDaemons(out)).toEqual([]);
    expect(err).toMatch(/crm_verify \d[\d.]* was asked about 1 configuration: 0 new messages, 1 that/);
  });
});

describe("a daemon is not asked", () => {
  const path = "c/n/etc/keepalived/keepalived.conf";

  test.each([
    ["of a template", { [path]: right.replace("51", "{{ vrid }}") }, "whose value is not known"],
    [
      "of a part",
      { "keepalived.conf": `${right}include /opt/else.conf\n` },
      "not all that it includes is here",
    ],
    [
      "of a file for several machines",
      { "keepalived.conf": right.replace("interface", "@a interface") },
      "which one this is is not known",
    ],
  ])("%s", async (_, files, why) => {
    const { err } = await ask(files as Record<string, string>);
    expect(err).toContain(`keepalived was not asked: `);
    expect(err).toContain(why);
  });

  test("of a file that others may write", async () => {
    const cwd = folderOf({ [path]: right });
    chmodSync(join(cwd, path), 0o666);
    const { err } = await run(["--with-daemons"], { cwd });
    expect(err).toContain(`${path}: keepalived was not asked: every user may write it\n`);
    expect(err).not.toContain("was asked");
  });

  test("without being named, and nothing is left of the copies", async () => {
    const { err } = await run(["."], { files: { [path]: right } });
    expect(err).not.toContain("asked");
    expect(await run(["--trust"], { files: { [path]: right } })).toMatchObject({ code: 2 });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("halint-daemon-"))).toEqual([]);
    expect(existsSync(tmpdir())).toBe(true);
  });
});
