import { describe, expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lintText } from "../support/cluster.ts";

/** Files that are sound but for the lines put into them. */
const places = {
  root: (lines: string) => `${lines}\n${instance("")}`,
  global: (lines: string) => `global_defs {\n${lines}\n}\n${instance("")}`,
  instance: (lines: string) => instance(lines),
  udp: (lines: string) => server(`UDP_CHECK {\n${lines}\n}`),
  dns: (lines: string) => server(`DNS_CHECK {\n${lines}\n}`),
  url: (lines: string) => server(`HTTP_GET {\n url {\n  path /\n${lines}\n }\n}`, "TCP", 80),
  check: (lines: string) =>
    `${server(lines)}bfd_instance b {\n neighbor_ip 10.1.0.6\n}\ntrack_file f {\n file /etc/hosts\n}\n`,
  script: (lines: string) =>
    `global_defs {\n enable_script_security\n script_user root\n}\nvrrp_script c {\n script /bin/true\n weight 90\n}\n${instance(lines)}`,
  process: (lines: string) => `vrrp_track_process P {\n${lines}\n}\n${instance("track_process {\n P\n}")}`,
};
const instance = (lines: string): string =>
  `vrrp_instance V {\n state BACKUP\n interface eth0\n virtual_router_id 61\n priority 100\n${lines}\n virtual_ipaddress {\n  10.0.0.4/24\n }\n}\n`;
const server = (lines: string, protocol = "UDP", port = 53): string =>
  `virtual_server 10.0.0.53 ${port} {\n protocol ${protocol}\n lb_algo rr\n lb_kind NAT\n delay_loop 5\n real_server 10.1.0.6 ${port} {\n${lines}\n }\n}\n`;

const found = (place: keyof typeof places, lines: string, version: string): string[] =>
  lintText(keepalived, places[place](lines), { keepalived: version }).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

/** A place, lines, and what is found in them; what the daemon says of each was asked of 2.2.7 and 2.3.4. */
type Case = [place: keyof typeof places, lines: string, ...found: string[]];

const repeated = (keyword: string, where: "above" | "below"): string =>
  `schema/repeated-setting: ${keyword} is set again ${where}: this one is ignored`;
const md5 = "0123456789abcdef0123456789abcdef";
const hex = "is not a row of hexadecimal digits";

const unsigned = "read, match, wildcard_match, brace_match, +read, +match, +wildcard_match, +brace_match";
const signed = "+read, +match, +wildcard_match, +brace_match, -read, -match, -wildcard_match or -brace_match";

const joins =
  "keepalived/line-continuation: a backslash joins no lines: the next line is a setting of its own";
const ff = "ends with ff, which this release takes for a wrong digit: it is ignored";
const security =
  "keepalived/script-security: scripts run without enable_script_security: also one that others than root may change is run as root";

const everywhere: Case[] = [
  ["udp", "payload 01 02 ab"],
  ["udp", 'payload "01 02 ab"'],
  ["udp", 'payload 1 "02 03" 4'],
  ["udp", "payload 0x", `schema/wrong-value: payload 0x ${hex}`],
  ["udp", 'payload ""', `schema/wrong-value: payload "" ${hex}`],
  ["udp", "payload 01,02", `schema/wrong-value: payload 01,02 ${hex}`],
  ["udp", "require_reply"],
  ["udp", "require_reply 0x 8x xx"],
  ["udp", 'require_reply "0X 8X x1"'],
  ["udp", "require_reply 01 zz", `schema/wrong-value: require_reply zz ${hex}`],
  ["global", "include_check"],
  ["global", "include_check read +match\ninclude_check -match +brace_match"],
  [
    "global",
    "include_check readable",
    `schema/wrong-value: include_check readable is not one of ${unsigned} …`,
  ],
  ["global", "include_check match read", `schema/wrong-value: include_check read is not ${signed}`],
  ["global", "notification_email {\n <admins@corp.internal>\n}\nsmtp_server 10.0.0.1"],
  ["global", "snmp_socket a\nsnmp_socket b", repeated("snmp_socket", "above")],
  ["global", "vmac_prefix a\nvmac_prefix b", repeated("vmac_prefix", "above")],
  ["global", "router_id a\nrouter_id b", repeated("router_id", "below")],
  ["global", "lvs_timeouts tcp 900\nlvs_timeouts tcpfin 30 udp 60"],
  [
    "global",
    "snmp_socket a\n}\nglobal_defs {\nsnmp_socket b",
    "keepalived/global-setting-twice: snmp_socket is set again in an earlier global_defs: this one is ignored",
  ],
  ["root", "instance a\ninstance b", repeated("instance", "above")],
  ["dns", "name a\nname b", repeated("name", "above")],
  ["url", `digest ${md5}\ndigest ${md5}`, repeated("digest", "above")],
  ["url", "status_code 200\nstatus_code 201"],
  ["process", "process a\nprocess b", repeated("process", "above")],
  [
    "instance",
    "use_vmac a\nuse_vmac b",
    "keepalived/vmac-name: b is ignored: use_vmac has the name a already",
  ],
  ["instance", "use_vmac\nuse_vmac b"],
  ["instance", "use_vmac a\nuse_vmac 02:00:5e:00:00:7f"],
  [
    "instance",
    "use_vmac 02:00:5e:00:00:7f\nuse_vmac 02:00:5e:00:00:7e",
    "keepalived/vmac-name: 02:00:5e:00:00:7e is ignored: use_vmac has the address 02:00:5e:00:00:7f already",
  ],
  [
    "script",
    "track_script {\n c weight 160\n}",
    "keepalived/track-weight-clamped: V reaches priority 260 by its weights: 254 is used instead",
  ],
  [
    "script",
    "track_script {\n c\n c\n}",
    "keepalived/track-duplicate: script c is tracked already: this line is ignored",
  ],
  ["script", "track_script {\n c weight 300\n}", "schema/wrong-value: weight 300 is outside -253 to 253"],
  [
    "script",
    "priority 256\ntrack_script {\n c\n}",
    repeated("priority", "below"),
    "schema/wrong-value: priority 256 is outside 1 to 255: 100 is used instead",
  ],
  [
    "check",
    "BFD_CHECK {\n name b\n}",
    "keepalived/track-order: BFD session b is defined only below: the check is left out",
    "schema/unused-name: track file f is never used",
  ],
  [
    "check",
    "FILE_CHECK {\n track_file f\n}",
    "keepalived/track-order: file f is defined only below: the check is left out",
  ],
  [
    "root",
    "virtual_server {\n protocol TCP\n}",
    "schema/missing-value: virtual_server needs a value (address)",
  ],
  ["instance", "use_vmac_addr\nvirtual_ipaddress_excluded {\n 10.0.1.4/24 dev eth1\n}"],
  [
    "instance",
    "use_vmac_addr\nvirtual_ipaddress_excluded {\n 10.0.1.4/24 dev eth1 use_vmac\n}",
    "keepalived/vmac-setting: use_vmac of 10.0.1.4 is ignored: use_vmac_addr is set",
  ],
  ["instance", "use_vmac_addr\nvirtual_ipaddress_excluded {\n 10.0.1.4/24 dev eth0 use_vmac\n}"],
  [
    "root",
    "$PEERS=\\\n unicast_peer { \\\n  ${NETT}.2 \\\n }\nvrrp_instance W {\n interface eth0\n virtual_router_id 62\n priority 100\n unicast_src_ip 10.0.0.1\n $PEERS\n virtual_ipaddress {\n  10.0.0.5/24\n }\n}",
    "keepalived/undefined-variable: $NETT is not defined: it stays as it is written",
  ],
  ["instance", "priority ${_RANDOM 10 20}", repeated("priority", "below")],
  [
    "instance",
    "debug ${_LEVEL}",
    "keepalived/undefined-variable: $_LEVEL is not defined: it stays as it is written",
  ],
  ["process", "process a\ndelay 0", "schema/wrong-value: delay 0 is outside 0.000001 to 3600"],
  ["udp", "delay_loop 0", "schema/wrong-value: delay_loop 0 is less than 0.000001"],
  [
    "instance",
    'notify_master "/etc/n.sh" root notify "/etc/m.sh"',
    security,
    "keepalived/script-arguments-lost: /etc/n.sh is run as user root and group notify: the words after them are dropped",
  ],
  [
    "instance",
    "notify_master /etc/n.sh root x/y",
    security,
    "keepalived/script-arguments-lost: x/y is read as the group to run /etc/n.sh under, and there is none of that name: it is not run",
  ],
  [
    "instance",
    "notify_master /etc/n.sh MASTER root",
    security,
    "keepalived/script-arguments-lost: MASTER is read as the account to run /etc/n.sh under, and there is none of that name: it is not run",
  ],
  ["instance", "virtual_ipaddress_excluded {\n 10.0.1.4/24 dev eth0 \\\n}", joins],
  ["instance", "debug 1 \\", "schema/wrong-value: debug 1\\ is not a whole number without sign", joins],
];

const only: Record<"2.2.7" | "2.3.4", Case[]> = {
  "2.2.7": [
    ["udp", "payload 12 FF", `lvs/hex-ends-in-ff: payload ${ff}`],
    ["udp", 'payload "1234 ffff"', `lvs/hex-ends-in-ff: payload ${ff}`],
    ["udp", "require_reply xx 0ff"],
    ["udp", "require_reply xxff", `lvs/hex-ends-in-ff: require_reply ${ff}`],
    ["udp", "payload ff 12"],
    [
      "instance",
      "virtual_routes {\n 10.1.0.0/16 via 10.0.0.254\n}",
      "keepalived/route-not-tracked: a route without dev is not tracked: what removes it goes unnoticed",
    ],
    [
      "instance",
      "use_vmac name foo",
      "keepalived/vmac-name: foo is ignored: use_vmac has the name name already",
    ],
  ],
  "2.3.4": [
    ["udp", "payload 12 FF"],

    ["instance", "virtual_routes {\n 10.1.0.0/16 via 10.0.0.254\n}"],
    ["instance", "use_vmac name foo 02:00:5e:00:00:7f netlink_notify_msg group 5"],
  ],
};

describe.each(["2.2.7", "2.3.4"] as const)("lines of keepalived %s", (version) => {
  test.each<Case>([...everywhere, ...only[version]])("%s: %s", (place, lines, ...expected) => {
    expect(found(place, lines, version)).toEqual(expected);
  });
});
