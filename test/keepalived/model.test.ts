import { describe, expect, test } from "vitest";
import { textOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { readText } from "./helpers.ts";

const model = (text: string) => keepalived.model(readText(text));
const instance = (body: string) => model(`vrrp_instance VI_1 {\n${body}\n}\n`).vrrpInstances[0]!;

describe("vrrp_instance", () => {
  test("keeps the last of a scalar, with its word", () => {
    const { name, priority, virtualRouterId, advertInt, state } = instance(
      "state MASTER\npriority 100\npriority 0150 200\nvirtual_router_id 51\nadvert_int .5",
    );
    expect([name?.value, state?.value, priority?.value, virtualRouterId?.value, advertInt?.value]).toEqual([
      "VI_1",
      "MASTER",
      150,
      51,
      0.5,
    ]);
    expect(textOf(priority!.word.at)).toBe("0150");
  });

  test("has no setting where the value is of the wrong type or unknown", () => {
    expect(instance("priority abc\nvirtual_router_id ${ID}\nunicast_src_ip host")).toEqual(
      expect.not.objectContaining({
        priority: expect.anything(),
        virtualRouterId: expect.anything(),
        unicastSrcIp: expect.anything(),
      }),
    );
  });

  test("reads addresses with their options", () => {
    const { virtualIps, excludedIps } = instance(
      "virtual_ipaddress {\n 10.0.0.4/24 brd + dev eth0 label eth0:1 no_track\n fd00::4\n nonsense\n}\nvirtual_ipaddress_excluded { 10.0.0.9 }\nvirtual_ipaddress { 10.0.0.5 }",
    );
    expect(virtualIps.map(({ ip, prefix }) => [ip?.value, prefix?.value])).toEqual([
      ["10.0.0.4", 24],
      ["fd00::4", undefined],
      [undefined, undefined],
      ["10.0.0.5", undefined],
    ]);
    const { dev, label, brd, noTrack } = virtualIps[0]!;
    expect([dev?.value, label?.value, brd?.value, noTrack]).toEqual(["eth0", "eth0:1", "+", true]);
    expect(excludedIps[0]!.ip?.value).toBe("10.0.0.9");
  });

  test("reads trackers, peers, authentication and flags", () => {
    const { track, unicastPeers, authentication, nopreempt, smtpAlert, strictMode } = instance(
      'track_script {\n chk weight -5 reverse\n}\ntrack_interface { eth1 }\nunicast_peer {\n 10.0.0.2/24 min_ttl 1\n}\nauthentication {\n auth_type PASS\n auth_pass "a#b"\n}\nnopreempt no\nsmtp_alert\nstrict_mode off',
    );
    const [chk] = track.scripts;
    expect([chk!.name.value, chk!.weight?.value, chk!.reverse?.value]).toEqual(["chk", -5, true]);
    expect(track.interfaces[0]!.name.value).toBe("eth1");
    expect(unicastPeers[0]!.ip?.value).toBe("10.0.0.2");
    expect(authentication!.pass?.value).toBe("a#b");
    expect([nopreempt?.value, smtpAlert?.value, strictMode?.value]).toEqual([true, true, false]);
  });

  test("keeps every notify command with its account", () => {
    const { notifies } = instance(
      "notify_master \"/bin/a -x 'b c'\" root :adm\nnotify /bin/b\nnotify_master /bin/c",
    );
    expect(notifies.map(({ text }) => text)).toEqual(["/bin/a -x 'b c'", "/bin/b", "/bin/c"]);
    expect(notifies[0]!.argv).toEqual(["/bin/a", "-x", "b c"]);
    expect([notifies[0]!.user?.value, notifies[0]!.group?.value]).toEqual(["root", ":adm"]);
  });
});

test("virtual servers: what they stand for, their servers and checkers", () => {
  const { virtualServers, virtualServerGroups } = model(`virtual_server 10.0.0.4/24 80 {
  lb_kind DR
  lvs_sched wrr
  persistence_timeout
  sorry_server 10.0.0.6 80
  real_server 192.168.10.2 80 {
    weight 3
    HTTP_GET {
      url {
        path /index
        status_code 200-204
      }
      nb_get_retry 2
    }
    MISC_CHECK {
      misc_path "/bin/check 1"
    }
  }
}
virtual_server fwmark 7 {
}
virtual_server group G {
}
virtual_server_group G {
  10.0.0.7-9 80
  fwmark 3
}
`);
  const [server, mark, group] = virtualServers;
  expect(server!.service).toMatchObject({ kind: "address", ip: { value: "10.0.0.4" }, port: { value: 80 } });
  expect(mark!.service).toMatchObject({ kind: "fwmark", mark: { value: 7 } });
  expect(group!.service).toMatchObject({ kind: "group", group: { value: "G" } });
  expect([server!.kind?.value, server!.scheduler?.value, server!.persistenceTimeout?.value]).toEqual([
    "DR",
    "wrr",
    360,
  ]);
  const [real] = server!.realServers;
  expect(real!.checkers.map(({ kind }) => kind)).toEqual(["HTTP_GET", "MISC_CHECK"]);
  expect(real!.checkers[0]!.urls[0]!.path?.value).toBe("/index");
  expect(real!.checkers[0]!.retry?.value).toBe(2);
  expect(real!.checkers[1]!.misc?.argv).toEqual(["/bin/check", "1"]);
  expect(
    virtualServerGroups[0]!.entries.map(({ ip, rangeEnd, fwmark }) => [ip?.value, rangeEnd, fwmark?.value]),
  ).toEqual([
    ["10.0.0.7", "9", undefined],
    [undefined, undefined, 3],
  ]);
});

test("global_defs blocks add up", () => {
  const { globals } = model(
    "global_defs {\n router_id A\n notification_email {\n a@b c@d\n }\n}\nglobal_defs {\n router_id B\n script_user root adm\n lvs_sync_daemon eth0 VI_1 id 5\n enable_script_security\n}",
  );
  expect(globals.routerId?.value).toBe("B");
  expect(globals.notificationEmail.map(({ value }) => value)).toEqual(["a@b", "c@d"]);
  expect(globals.scriptUser?.group?.value).toBe("adm");
  expect(globals.lvsSyncDaemons[0]).toMatchObject({
    interface: { value: "eth0" },
    instance: { value: "VI_1" },
    id: { value: 5 },
  });
  expect(globals.enableScriptSecurity?.value).toBe(true);
});

test("sync groups, scripts and trackers by name", () => {
  const { syncGroups, vrrpScripts, trackFiles, bfdInstances } = model(
    'vrrp_sync_group G {\n group {\n A B\n C\n }\n}\nvrrp_script s {\n script "/bin/x y"\n interval 2\n weight -10 reverse\n user root\n}\nvrrp_track_file f {\n file /x\n}\nbfd_instance b {\n neighbour_ip 10.0.0.9\n}',
  );
  expect(syncGroups[0]!.members.map(({ value }) => value)).toEqual(["A", "B", "C"]);
  const [script] = vrrpScripts;
  expect([
    script!.script?.argv[0],
    script!.interval?.value,
    script!.weight?.value,
    script!.reverse?.value,
  ]).toEqual(["/bin/x", 2, -10, true]);
  expect(trackFiles[0]!.file?.value).toBe("/x");
  expect(bfdInstances[0]!.neighbor?.value).toBe("10.0.0.9");
});

test("the format is told by its content", () => {
  expect(keepalived.looksLike!("! x\nvrrp_instance VI_1\n{\n")).toBe(true);
  expect(keepalived.looksLike!("global\n  daemon\n")).toBe(false);
});
