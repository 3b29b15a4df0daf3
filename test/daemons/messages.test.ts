import { describe, expect, test } from "vitest";
import { corosync } from "../../daemons/corosync.ts";
import type { Daemon } from "../../daemons/daemon.ts";
import { drbd } from "../../daemons/drbd.ts";
import { haproxy, runs } from "../../daemons/haproxy.ts";
import { keepalived } from "../../daemons/keepalived.ts";
import { pacemaker } from "../../daemons/pacemaker.ts";

/** What an adapter makes of this output: "path:line severity text", with ~ where the machine is at fault. */
const read = (daemon: Daemon, stderr: string, code = 1): readonly string[] =>
  daemon
    .read({ code, stdout: "", stderr })
    .map(
      ({ path = "", line = "", severity, text, environment }) =>
        `${environment ? "~" : ""}${path}:${line} ${severity} ${text}`,
    );

describe("recorded messages of keepalived 2.2.7", () => {
  test("tell the file from the machine", () => {
    const said = `(Line 15) Config files missing '/etc/keepalived/x.conf'.
(k.conf: Line 5) WARNING - interface eth9 for vrrp_instance VI_1 doesn't exist
(k.conf: Line 6) Unknown keyword 'virtual_router_idd'
(k.conf: Line 9) Unknown keyword '}'
(k.conf: Line 6) Unknown keyword 'virtual_router_idd'
(k.conf: Line 12) Truncating auth_pass to 8 characters
(k.conf: Line 14) (VI_1) track script chk not found, ignoring...
(k.conf: Line 15) (VI_1) track script other not found, ignoring...
(k.conf: Line 16) invalid number '$PRI'
Disabling track script chk due to insecure
Non-existent interface specified in configuration
`;
    expect(read(keepalived, said, 5)).toEqual([
      "~:15 error Config files missing '/etc/keepalived/x.conf'.",
      "~k.conf:5 warning WARNING - interface eth9 for vrrp_instance VI_1 doesn't exist",
      "k.conf:6 error Unknown keyword 'virtual_router_idd'",
      "k.conf:12 warning Truncating auth_pass to 8 characters",
      "~k.conf:14 error (VI_1) track script chk not found, ignoring...",
      "k.conf:15 error (VI_1) track script other not found, ignoring...",
      "~k.conf:16 error invalid number '$PRI'",
      "~: warning Disabling track script chk due to insecure",
      "~: warning Non-existent interface specified in configuration",
    ]);
  });

  test("a stray brace is told where nothing else is", () => {
    expect(read(keepalived, "(Line 9) Unknown keyword '}'\n", 5)).toEqual([":9 error Unknown keyword '}'"]);
  });

  test("what it prints of itself on a good file is none", () => {
    expect(read(keepalived, "Starting VRRP child process\n", 0)).toEqual([]);
  });
});

describe("recorded messages of haproxy 2.6", () => {
  test("tell the file from the machine", () => {
    const said = `[NOTICE]   (1) : haproxy version is 2.6.12-1+deb12u4
[ALERT]    (1) : config : parsing [h.cfg:3] : cannot find user id for 'nosuch' (0:Success)
[ALERT]    (1) : config : parsing [h.cfg:10] : 'bind :443' in section 'frontend' : unable to stat SSL certificate from file '/etc/no.pem' : No such file or directory.
[ALERT]    (1) : config : parsing [h.cfg:12] : unknown keyword 'frobnicate' in 'frontend' section
[WARNING]  (1) : config : missing timeouts for frontend 'f'.
   | While not properly invalid, you will certainly encounter various problems
[ALERT]    (1) : config : [h.cfg:14] : 'server b/a' : unknown keyword 'checkk'; did you mean 'check' maybe ?
[ALERT]    (1) : config : Error(s) found in configuration file : h.cfg
[ALERT]    (1) : config : Fatal errors found in configuration.
`;
    expect(read(haproxy, said)).toEqual([
      "~h.cfg:3 error cannot find user id for 'nosuch' (0:Success)",
      "~h.cfg:10 error 'bind :443' in section 'frontend' : unable to stat SSL certificate from file '/etc/no.pem' : No such file or directory.",
      "h.cfg:12 error unknown keyword 'frobnicate' in 'frontend' section",
      ": warning missing timeouts for frontend 'f'. | While not properly invalid, you will certainly encounter various problems",
      "h.cfg:14 error 'server b/a' : unknown keyword 'checkk'; did you mean 'check' maybe ?",
    ]);
  });

  test("the date of older releases is no part of it", () => {
    expect(read(haproxy, "[ALERT] 325/130000 (1) : parsing [h.cfg:2] : unknown keyword 'x'\n")).toEqual([
      "h.cfg:2 error unknown keyword 'x'",
    ]);
  });

  test.each([
    ["    lua-load /etc/x.lua", "lua-load"],
    ["lua-load-per-thread x.lua", "lua-load-per-thread"],
    ['"lua"-load x.lua', "lua-load"],
    ["lua\\-load x.lua", "lua-load"],
    ["lua\\x2dload x.lua", "lua\\x2dload"],
    ['"${A}" x.lua', '"${A}"'],
    ["ssl-engine rdrand", "ssl-engine"],
    ["# lua-load x.lua", undefined],
    ["    server a 192.0.2.1:80 check # ok", undefined],
    ['    http-request set-header X "a b"', undefined],
  ])("%j runs code: %s", (line, word) => {
    expect(runs(`global\n${line}\n`)).toBe(word);
  });
});

test("recorded messages of drbdadm 9.22", () => {
  const said = `sh: 1: modinfo: not found
d.conf:6: Parse error: 'an option keyword' expected,
	but got 'protocoll'
d.conf:9: in resource r0, on a: IP 192.0.2.1 not found on this host.
Could not get drbd-module-version, Module not loaded?
`;
  expect(read(drbd, said, 10)).toEqual([
    "d.conf:6 error Parse error: 'an option keyword' expected, but got 'protocoll'",
    "~d.conf:9 error in resource r0, on a: IP 192.0.2.1 not found on this host.",
    "~: error Could not get drbd-module-version, Module not loaded?",
  ]);
});

test("recorded messages of corosync 3.1", () => {
  const said = `Nov 22 13:11:15.865 error   [MAIN  ] Invalid transport type. Should be udpu, udp or knet
Nov 22 13:11:15.865 error   [MAIN  ] No valid name found for local host
parser error: /x/corosync.conf:7: Missing closing brace
Nov 22 13:11:15.865 notice  [MAIN  ] Corosync Cluster Engine 3.1.7 starting up
Nov 22 13:11:15.865 error   [MAIN  ] Corosync Cluster Engine exiting with status 8 at main.c:1417.
`;
  expect(read(corosync, said, 8)).toEqual([
    ": error Invalid transport type. Should be udpu, udp or knet",
    "~: error No valid name found for local host",
    "/x/corosync.conf:7 error Missing closing brace",
  ]);
});

test("recorded messages of crm_verify 2.1.5", () => {
  const said = `cib.xml:6: element op: Relax-NG validity error : Element op failed to validate attributes
Relax-NG validity error : Extra element operations in interleave
cib.xml:6: element operations: Relax-NG validity error : Element primitive failed to validate content
cib.xml:8: element rsc_location: validity error : IDREF attribute rsc references an unknown ID "q"
(unpack_resources) 	error: Resource start-up disabled since no STONITH resources have been defined
(unpack_resources) 	error: Either configure some or disable STONITH with the stonith-enabled option
(main) 	error: CIB did not pass schema validation
crm_verify: Errors found during check: config not valid
`;
  expect(read(pacemaker, said, 78)).toEqual([
    "cib.xml:6 error element op: Relax-NG validity error : Element op failed to validate attributes",
    'cib.xml:8 error element rsc_location: validity error : IDREF attribute rsc references an unknown ID "q"',
    ": error Resource start-up disabled since no STONITH resources have been defined",
  ]);
});
