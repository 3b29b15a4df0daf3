import { describe, expect, test } from "vitest";
import { clusterOf, type Files, lintFiles } from "../support/cluster.ts";

const ids = (files: Files, room = /^(cross|cluster)\/haproxy/): string[] =>
  lintFiles(files).flatMap(({ rule }) => (room.test(rule) ? [rule] : []));

const timeouts = "    timeout client 30s\n    timeout server 30s\n    timeout connect 5s\n";
const listen = (bind: string, server = "web1 10.0.0.21:80 check"): string =>
  `listen www\n    bind ${bind}\n    server ${server}\n${timeouts}`;
const vrrp = (lines = "", priority = 150): string =>
  `vrrp_instance WEB {\n    state BACKUP\n    interface eth0\n    virtual_router_id 41\n    priority ${priority}\n${lines}    virtual_ipaddress {\n        10.0.0.4/24\n    }\n}\n`;
const tracked = (process: string): string =>
  `vrrp_track_process p {\n    process ${process}\n}\n${vrrp("    track_process {\n        p\n    }\n")}`;
const checked = (command: string): string =>
  `vrrp_script p {\n    script "${command}"\n}\n${vrrp("    track_script {\n        p\n    }\n")}`;

const node = (cfg: string, keepalived = tracked("haproxy"), name = "lb1"): Files => ({
  [`${name}/etc/haproxy/haproxy.cfg`]: cfg,
  [`${name}/etc/keepalived/keepalived.conf`]: keepalived,
});
const sysctl = (value: string): Files => ({ "lb1/etc/sysctl.conf": value });

describe("a bind to the virtual address", () => {
  const rule = ["cross/haproxy-nonlocal-bind"];
  test.each<[string, string, string, string[]]>([
    ["no file sets it", "10.0.0.4:80", "net.ipv4.ip_forward = 1\n", rule],
    ["it is off", "10.0.0.4:80", "net.ipv4.ip_nonlocal_bind = 0\n", rule],
    ["it is on", "10.0.0.4:80", "net.ipv4.ip_nonlocal_bind = 1\n", []],
    ["transparent", "10.0.0.4:80 transparent", "net.ipv4.ip_forward = 1\n", []],
    ["every address", ":80", "net.ipv4.ip_forward = 1\n", []],
    ["a variable", '"${VIP}:80"', "net.ipv4.ip_forward = 1\n", []],
  ])("%s", (_, bind, text, expected) =>
    expect(ids({ ...node(listen(bind)), ...sysctl(text) })).toEqual(expected),
  );

  test("without any file of the kernel's settings nothing is known", () =>
    expect(ids(node(listen("10.0.0.4:80")))).toEqual([]));
});

describe("other binds", () => {
  const balanced = (real: string): string =>
    `${tracked("haproxy")}virtual_server 10.0.0.4 80 {\n    lvs_method DR\n    real_server ${real} 80 {\n    }\n}\n`;
  const address = (method: string): Files => ({
    "lb1/etc/network/interfaces": `iface eth0 inet ${method}\n`,
    "lb1/etc/sysctl.conf": "net.ipv4.ip_nonlocal_bind = 1\n",
  });
  test.each<[string, Files, string[]]>([
    [
      "IPVS takes the port",
      node(listen("10.0.0.4:80"), balanced("10.0.0.21")),
      ["cross/haproxy-behind-virtual-server"],
    ],
    ["another port", node(listen("10.0.0.4:81"), balanced("10.0.0.21")), []],
    ["IPVS hands it to this node", node(listen("10.0.0.4:80"), balanced("127.0.0.1")), []],
    [
      "an address of nobody",
      { ...node(listen("10.0.0.5:80")), ...address("static\n    address 10.0.0.11/24") },
      ["cross/haproxy-foreign-address"],
    ],
    [
      "the own address",
      { ...node(listen("10.0.0.11:80")), ...address("static\n    address 10.0.0.11/24") },
      [],
    ],
    ["an address that DHCP may give", { ...node(listen("10.0.0.5:80")), ...address("dhcp") }, []],
  ])("%s", (_, files, expected) => expect(ids(files)).toEqual(expected));
});

describe("what the instance tracks", () => {
  const rule = ["cross/haproxy-not-tracked"];
  test.each<[string, string, string[]]>([
    ["nothing", vrrp(), rule],
    ["another process", tracked("nginx"), rule],
    ["haproxy", tracked("haproxy"), []],
    ["a command that asks for haproxy", checked("killall -0 haproxy"), []],
    ["a command that asks for another", checked("/usr/bin/pgrep nginx"), rule],
    ["a script that may do anything", checked("/usr/local/bin/check"), []],
    [
      "haproxy, by its sync group",
      `vrrp_sync_group G {\n    group {\n        WEB\n    }\n    track_process {\n        p\n    }\n}\nvrrp_track_process p {\n    process haproxy\n}\n${vrrp()}`,
      [],
    ],
  ])("%s", (_, keepalived, expected) => expect(ids(node(listen(":80"), keepalived))).toEqual(expected));

  test("haproxy serves only the machine itself", () =>
    expect(ids(node(listen("127.0.0.1:80"), vrrp()))).toEqual([]));
});

describe("the local peer", () => {
  const rule = ["cross/haproxy-local-peer"];
  const peers = "    peer lb1 10.0.0.11:10000\n    peer lb2 10.0.0.12:10000\n";
  const cfg = (global = ""): string => `${global}peers lbs\n${peers}${listen(":80")}`;
  const beside = { "lb2/etc/haproxy/haproxy.cfg": cfg() };
  test.each<[string, Files, string[]]>([
    ["named as the host", { "lb1/etc/haproxy/haproxy.cfg": cfg(), ...beside }, []],
    ["another host", { "lb3/etc/haproxy/haproxy.cfg": cfg(), ...beside }, rule],
    ["localpeer", { "lb3/etc/haproxy/haproxy.cfg": cfg("global\n    localpeer lb1\n"), ...beside }, []],
    [
      "a localpeer that is not listed",
      { "lb1/etc/haproxy/haproxy.cfg": cfg("global\n    localpeer x\n") },
      rule,
    ],
    [
      "-L",
      { "lb3/etc/haproxy/haproxy.cfg": cfg(), "lb3/etc/default/haproxy": 'EXTRAOPTS="-L lb1"\n', ...beside },
      [],
    ],
    ["a folder that may be no host", { "files/etc/haproxy/haproxy.cfg": cfg() }, []],
    ["nobody's file", { "/etc/haproxy/haproxy.cfg": cfg() }, []],
  ])("%s", (_, files, expected) => expect(ids(files)).toEqual(expected));
});

describe("two load balancers", () => {
  const pair = (a: string, b: string): string[] =>
    ids({
      ...node(a),
      ...node(b, tracked("haproxy").replace("priority 150", "priority 100"), "lb2"),
    });
  const rule = ["cluster/haproxy-drift"];
  const stats = (ip: string): string => `listen stats\n    bind ${ip}:8404\n    stats enable\n${timeouts}`;
  test.each<[string, string, string, string[]]>([
    ["alike", listen(":80"), listen(":80"), []],
    ["comments and blanks", listen(":80"), `# lb2\n${listen("*:80").replaceAll("    ", "\t")}`, []],
    ["another server", listen(":80"), listen(":80", "web1 10.0.0.22:80 check"), rule],
    ["check intervals may differ", listen(":80"), listen(":80", "web1 10.0.0.21:80 check inter 5s"), []],
    [
      "another cookie",
      listen(":80", "web1 10.0.0.21:80 cookie a"),
      listen(":80", "web1 10.0.0.21:80 cookie b"),
      rule,
    ],
    ["another port", listen(":80"), listen(":81"), [...rule, ...rule]],
    ["a listener less", `${listen(":80")}${listen(":90").replace("www", "api")}`, listen(":80"), rule],
    ["own addresses", listen(":80") + stats("10.0.0.11"), listen(":80") + stats("10.0.0.12"), []],
    ["other purposes", listen(":80"), listen(":90").replace("www", "mail"), []],
  ])("%s", (_, a, b, expected) => expect(pair(a, b)).toEqual(expected));
});

describe("several files of one haproxy", () => {
  const front = `global\n    maxconn 100\ndefaults\n    mode http\n${timeouts}frontend f\n    bind :80\n    default_backend b\n`;
  const back = "backend b\n    server web1 10.0.0.21:80 check\n";
  const main = "lb1/etc/haproxy/haproxy.cfg";
  const part = "lb1/etc/haproxy/conf.d/b.cfg";
  const options = "lb1/etc/default/haproxy";
  const references = (files: Files): string[] => ids(files, /^haproxy\/(undefined|unused)|^schema\/dangling/);
  const documents = (files: Files): [string, boolean, boolean][] =>
    clusterOf(files).nodes[0]!.documents.flatMap(({ format, path, root, whole }) =>
      format.id === "haproxy" ? [[path, root, whole] as [string, boolean, boolean]] : [],
    );

  test("a missing backend is told of a file that is alone", () =>
    expect(references({ [main]: front })).toEqual(["haproxy/undefined-backend"]));

  test("EXTRAOPTS joins a folder, and the defaults of the first file hold in it", () => {
    const files = { [main]: front, [part]: back, [options]: 'EXTRAOPTS="-f /etc/haproxy/conf.d"\n' };
    expect(references(files)).toEqual([]);
    expect(documents(files)).toEqual([["/etc/haproxy/haproxy.cfg", true, true]]);
    expect(ids(files, /timeouts-missing/)).toEqual([]);
  });

  test.each([
    'EXTRAOPTS="-f /etc/haproxy/conf.d/"',
    "EXTRAOPTS='-S /run/m -f /etc/haproxy/conf.d/b.cfg'",
    'CONFIG="/etc/haproxy/haproxy.cfg -f /etc/haproxy/conf.d"',
  ])("%s", (line) => expect(references({ [main]: front, [part]: back, [options]: `${line}\n` })).toEqual([]));

  const unit =
    "[Service]\nEnvironment=CONFIG=/etc/haproxy/haproxy.cfg\nExecStart=/usr/sbin/haproxy -Ws -f $CONFIG $EXTRAOPTS\n";
  test.each<[string, Files]>([
    ["a unit's variable", { system: unit, "default/haproxy": "EXTRAOPTS='-f /etc/haproxy/conf.d'\n" }],
    ["a variable of a drop-in", { "drop-in": '[Service]\nEnvironment="EXTRAOPTS=-f /etc/haproxy/conf.d"\n' }],
    [
      "the command of a drop-in",
      {
        system: unit,
        "drop-in":
          "[Service]\nExecStart=\nExecStart=@/usr/sbin/haproxy haproxy -Ws -f ${CONFIG} \\\n  -f /etc/haproxy/conf.d -p /run/haproxy.pid\n",
      },
    ],
  ])("%s", (_, files) => {
    const places: Record<string, string> = {
      system: "lb1/usr/lib/systemd/system/haproxy.service",
      "drop-in": "lb1/etc/systemd/system/haproxy.service.d/10-parts.conf",
      "default/haproxy": options,
    };
    const placed = Object.fromEntries(Object.entries(files).map(([name, text]) => [places[name]!, text]));
    const all = { [main]: front, [part]: back, ...placed };
    expect(documents(all)).toEqual([["/etc/haproxy/haproxy.cfg", true, true]]);
    expect(references(all)).toEqual([]);
  });

  test("what is missing in all of them is missing", () =>
    expect(
      references({
        [main]: front,
        [part]: back.replace("backend b", "backend c"),
        [options]: 'EXTRAOPTS="-f /etc/haproxy/conf.d"\n',
      }),
    ).toContain("haproxy/undefined-backend"));

  test("Red Hat's unit reads conf.d by itself", () =>
    expect(
      documents({ [main]: front, [part]: back, "lb1/etc/sysconfig/haproxy": 'OPTIONS="-Ws"\n' }),
    ).toEqual([["/etc/haproxy/haproxy.cfg", true, true]]));

  test("nobody says whether conf.d is read: nothing is said to be missing", () => {
    const files = { [main]: front, [part]: back };
    expect(references(files)).toEqual([]);
    expect(documents(files)).toEqual([
      ["/etc/haproxy/haproxy.cfg", true, false],
      ["/etc/haproxy/conf.d/b.cfg", false, true],
    ]);
  });

  test("a named file that is not at hand", () =>
    expect(references({ [main]: front, [options]: 'EXTRAOPTS="-f /srv/b.cfg"\n' })).toEqual([]));
});

test("haproxy's port is one of the machine's", () => {
  const { ports } = clusterOf(node(listen("10.0.0.4:80,:443"))).nodes[0]!.facts;
  expect(ports.map(({ ip, port, protocol, service }) => [ip, port, protocol, service])).toEqual([
    ["10.0.0.4", 80, "tcp", "HAProxy"],
    [undefined, 443, "tcp", "HAProxy"],
  ]);
});

test("a bind that both files have is no drift, whatever became of the address", () => {
  const both = (text: string, ip: string): string =>
    text.replace("10.0.0.4/24", `10.0.0.4/24\n        ${ip}/24`);
  const cfg = listen("10.0.0.4:80,10.0.0.5:80");
  const files = {
    ...node(cfg, both(vrrp(), "10.0.0.5")),
    ...node(cfg, both(vrrp("", 100), "10.0.0.6"), "lb2"),
  };
  expect(ids(files, /^cluster\//)).toEqual(["cluster/vip-set-mismatch"]);
});

describe("a server on the machine itself", () => {
  const hosts = { "lb1/etc/hosts": "127.0.0.1 localhost\n10.0.0.11 lb1\n10.0.0.12 lb2\n" };
  const rule = "cross/haproxy-server-is-itself";
  test.each<[string, string, boolean]>([
    ["every address", listen(":80", "a 10.0.0.11:80 check"), true],
    ["another port", listen(":80", "a 10.0.0.11:8080 check"), false],
    ["another machine", listen(":80", "a 10.0.0.12:80 check"), false],
    ["the virtual address alone", listen("10.0.0.4:80", "a 10.0.0.11:80 check"), false],
    ["one interface", listen(":80 interface eth1", "a 10.0.0.11:80 check"), false],
    [
      "a rule that parts the requests",
      `${listen(":80", "a 10.0.0.11:80 check")}    use_backend b if { path /b }\nbackend b\n    server b 10.0.0.31:80\n`,
      false,
    ],
  ])("%s", (_, cfg, isTold) =>
    expect(ids({ ...node(cfg), ...hosts }, /itself$/)).toEqual(isTold ? [rule] : []),
  );
});
