import { describe, expect, test } from "vitest";
import { sourceOf, span, textOf } from "../../parsers/core/source.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { endpointOf } from "../../parsers/ipvsadm/model.ts";
import { lintText } from "../support/cluster.ts";

const source = (text: string) => sourceOf("/etc/ipvsadm.rules", text);
const model = (text: string) => ipvsadmRules.model(ipvsadmRules.parse(source(text)));
const told = (text: string): string[] =>
  lintText(ipvsadmRules, text).map(({ rule, message }) => `${rule} ${message}`);

/** The message of rules/ipvsadm-rules on a line that ends the loading. */
const refused = (message: string): RegExp =>
  new RegExp(
    `^ipvsadm-rules/\\S+ ${message.replace(/[[\]."]/g, "\\$&")}.*: nothing from this line on is loaded$`,
  );

describe("the model", () => {
  test("short, long and glued options mean the same", () => {
    const spellings = [
      "-a -t 10.0.0.4:80 -r 10.0.0.2:80 -m -w 5",
      "ipvsadm --add-server --tcp-service 10.0.0.4:80 --real-server=10.0.0.2:80 --masquerading --weight=5",
      "-a -t10.0.0.4:80 -r10.0.0.2:80 -m -w5",
    ];
    for (const spelling of spellings) {
      const [rule] = model(`${spelling}\n`).rules;
      expect([
        rule?.command,
        rule?.service?.key,
        rule?.server?.host,
        rule?.server?.port,
        rule?.forwarding,
      ]).toEqual(["-a", "tcp 10.0.0.4:80", "10.0.0.2", "80", "masquerading"]);
      expect(rule?.options.find(({ name }) => name === "-w")?.value?.text).toBe("5");
      expect(textOf(rule!.service!.at)).toBe("10.0.0.4:80");
    }
  });

  test("addresses", () => {
    const at = span(source(""), 0, 0);
    const ends = ["10.0.0.2:80", "[2001:db8::1]:80", "2001:db8::1", "www", "www:http"].map((text) =>
      endpointOf(text, at),
    );
    expect(ends.map(({ host, port }) => `${host} ${port}`)).toEqual([
      "10.0.0.2 80",
      "2001:db8::1 80",
      "2001:db8::1 ",
      "www ",
      "www http",
    ]);
  });

  test("only a # at the very beginning of a line makes a comment", () => {
    const tree = ipvsadmRules.parse(source("# c\n-C\n #x\n"));
    expect(tree.comments).toHaveLength(1);
    expect(tree.statements.map(({ keyword }) => keyword.value)).toEqual(["-C", "#x"]);
  });
});

describe("rules", () => {
  test("a table as ipvsadm -S writes it is silent", () => {
    const saved = [
      "-A -t 10.0.0.4:80 -s wlc -p 600 -M 255.255.255.0",
      "-a -t 10.0.0.4:80 -r 10.0.0.2:80 -g -w 1",
      "-a -t 10.0.0.4:80 -r 10.0.0.3:80 -i -w 0 -x 100 -y 50 --tun-type ipip",
      "-A -u [2001:db8::4]:53 -s sh -b sh-fallback,sh-port -o",
      "-a -u [2001:db8::4]:53 -r [2001:db8::2]:5353 -m -w 1",
      "-A -f 1 -6 -s mh -p",
      "-a -f 1 -6 -r 2001:db8::2 -g -w 1",
      "-A -t 10.0.0.4:0 -s rr -p 300",
      "--set 900 120 300",
      "--start-daemon master --mcast-interface eth0",
      "-E -t 10.0.0.4:80 -s rr",
    ];
    expect(told(`# ipvsadm.rules\n${saved.join("\n")}\n`)).toEqual([]);
  });

  test.each([
    [
      "-A -s rr",
      "ipvsadm-rules/line -A names no service (-t, -u or -f): nothing from this line on is loaded",
    ],
    [
      "-A -t 10.0.0.300:80 -s rr",
      "ipvsadm-rules/line 10.0.0.300 is no address: nothing from this line on is loaded",
    ],
    [
      "-A -t 10.0.0.4:99999 -s rr",
      "ipvsadm-rules/line port 99999 is above 65535: nothing from this line on is loaded",
    ],
    ["-A -f x -s rr", "ipvsadm-rules/line -f x is not a whole number: nothing from this line on is loaded"],
    ["-A -t 10.0.0.4:80 -s", "ipvsadm-rules/line -s has no value: nothing from this line on is loaded"],
    [
      "-A -t 10.0.0.4:80 --shed rr",
      "ipvsadm-rules/line -A takes no --shed: nothing from this line on is loaded",
    ],
    [
      "--add-servise -t 10.0.0.4:80",
      "ipvsadm-rules/line --add-servise is no command of ipvsadm: nothing from this line on is loaded",
    ],
    [
      "-A -t 10.0.0.4:80 -s roundrobin",
      "ipvsadm-rules/scheduler the kernel has no scheduler roundrobin: ipvsadm -R refuses this line",
    ],
  ])("%s", (line, message) => expect(told(`${line}\n`)[0]).toBe(message));

  test.each([
    "--start-daemon=backup --mcast-interface=eth1",
    "--start-daemon master",
    "--stop-daemon master --syncid 5",
    "-At 10.0.0.4:80 -s rr",
    "-At10.0.0.4:80 -srr",
    "-Au 10.0.0.4:80 -os rr",
    "-Ap30 -t 10.0.0.4:80 --",
    "-A -t=10.0.0.4:http -s=rr",
    "-A -t localhost:80 -p 2678400 -M 255.255.255.0",
    "-A -t 10.0.0.4:80 -s mh -b flag-1,mh-port",
    "-A -f 5 -6 -s rr -o",
    "-A -t [2001:db8::4]:80 -s rr",
    "-A -t 2001:db8::4 -p 30",
    "--set 0 120 2678400",
    "-A -t 10.4:80",
    "ipvsadm",
    "ipvsadm ipvsadm -A -t 10.0.0.4:80",
    "-A -t 10.0.0.4:080 -p 30 -M 0xffffff00",
    "-A -t [2001:db8::4]:80 -p 30 -M 64",
    "-A -f 1 -6 -p 30 -M 64",
    "-A -t 10.0.0.010:80",
    "-v",
  ])("%s is taken, as ipvsadm 1.31 takes it", (line) => expect(told(`${line}\n`)).toEqual([]));

  const service = "-A -t 10.0.0.4:80\n-A -t [2001:db8::4]:80\n-A -f 1\n-A -f 1 -6\n";
  test.each([
    "-at 10.0.0.4:80 -mr 10.0.0.1:80",
    "-a -t 10.0.0.4:80 -i -r [2001:db8::1]:80",
    "-a -t 10.0.0.4:80 -r localhost:80 -m",
    "-a -f 1 -6 -r [2001:db8::1]:80 -m",
    "-a -t 10.0.0.4:80 -r 10.0.0.1:80 --tun-port 6080 --tun-type gue -i",
    "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type gue --tun-port 5 --tun-remcsum",
    "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type gre --tun-csum",
    "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -x 5 -y 10 -w 2147483647",
  ])("%s is taken", (line) => expect(told(`${service}${line}\n`)).toEqual([]));

  /** Each refused by ipvsadm 1.31. */
  test.each([
    ["-A -t 10.0.0.4:80 -s rr -p abc", "-p abc is not a whole number"],
    ["-A -t 10.0.0.4:80 -s rr -p 99999999", "-p 99999999 is outside 1 to 2678400"],
    [
      "-A -t 10.0.0.4:80 -s rr -b foo",
      "-b foo is none of flag-1, flag-2, flag-3, sh-fallback, sh-port, mh-fallback, mh-port",
    ],
    ["-A -t 10.0.0.4:80 -s rr -b flag-1,sh-port", "flag sh-port is not for the scheduler rr"],
    ["-A -t 10.0.0.4:80 -b sh-port", "flag sh-port is not for the scheduler wlc"],
    ["-A -t 10.0.0.4:80,443 -s rr", "80,443 is no port"],
    ["-A -t [2001:db8::4 -p", "[2001:db8: is no address"],
    ["-A -t 10.0.0.4:80:90", "10.0.0.4:80 is no address"],
    ["-A -t 10.0.0.4: -p", "10.0.0.4: ends where a port is to follow"],
    ["-A -t [2001:db8::4] -p", "[2001:db8::4] has brackets and no port"],
    ['-A -t "10.0.0.4:80" -s rr', '"10.0.0.4 is no address'],
    ["-A -t 10.0.0.4:80 -n", "-A takes no -n"],
    ["-A -t 10.0.0.4:80 -s rr -o", "-o is for UDP"],
    ["-A --sctp-service 10.0.0.4:80 -s rr -o", "-o is for UDP"],
    ["-A -t 10.0.0.4:80 -u 10.0.0.4:80", "-u and -t, of which a line takes one"],
    ["-A -t 10.0.0.4:80 -s rr -s wrr", "a second -s"],
    ["-A -t 10.0.0.4:80 -p 30 -p 40", "a second -p"],
    ["-A -6 -f 5 -s rr", "-6 stands before -f"],
    ["-A -t [2001:db8::4]:80 -6", "-6 without -f"],
    ["--set 900 120", "--set has 2 of its 3 values"],
    ["--set 900 120 300 5", "--set takes no 5"],
    ["--set a 120 300", "--set a is not a whole number"],
    ["--start-daemon foo --mcast-interface eth0", "--start-daemon foo is none of master, backup"],
    ["--start-daemon=foo", "--start-daemon foo is none of master, backup"],
    ["--start-daemon", "--start-daemon has no value"],
    ["--start-daemon master eth0", "--start-daemon takes no eth0"],
    ["--start-daemon master --mcast-interface eth0 --syncid 256", "--syncid 256 is outside 0 to 255"],
    ["--start-daemon master --sync-maxlen 70000", "--sync-maxlen 70000 is outside 1 to 65507"],
    ["--stop-daemon master --mcast-interface eth0", "--stop-daemon takes no --mcast-interface"],
    ["-R", "-R is no command of ipvsadm"],
    ["/sbin/ipvsadm -C", "/sbin/ipvsadm is no command of ipvsadm"],
    ["-A -t 10.0.0.4:8o -s rr", "8o is no port"],
    ["-A -t 10.0.0.4:80 -p 30 -M 256.0.0.0", "256.0.0.0 is no mask"],
    ["-A -t 10.0.0.4:80 -p 30 -M x", "x is no mask"],
    ["-A -t [2001:db8::4]:80 -p 30 -M 129", "129 is no prefix length of 1 to 128"],
    ["-A -t [2001:db8::4]:80 -p 30 -M 255.255.255.0", "255.255.255.0 is no prefix length of 1 to 128"],
  ])("%s", (line, message) => expect(told(`${line}\n`)[0]).toMatch(refused(message)));

  test.each([
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -m -g", "-g and -m, of which a line takes one"],
    ["-at 10.0.0.4:80 -gmr 10.0.0.1:80", "-m and -g, of which a line takes one"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -m -m", "a second -m"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -r 10.0.0.2:80", "a second -r"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -w 1 --weight=2", "a second --weight"],
    ["-a -t 10.0.0.4:80 -r [2001:db8::1]:80 -m", "2001:db8::1 is an IPv6 address and the service is IPv4"],
    ["-a -t [2001:db8::4]:80 -r 10.0.0.1:80", "10.0.0.1 is an IPv4 address and the service is IPv6"],
    ["-a -f 1 -6 -r 10.0.0.1 -m", "10.0.0.1 is an IPv4 address and the service is IPv6"],
    ["-a -f 1 -r [2001:db8::1]:80 -m", "2001:db8::1 is an IPv6 address and the service is IPv4"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type gue", "--tun-type gue needs --tun-port"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -m --tun-type gre", "--tun-type is for -i"],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 --tun-port 6080", "--tun-port is for -i"],
    [
      "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type ipip --tun-port 5",
      "--tun-type ipip takes no --tun-port",
    ],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-csum", "--tun-type ipip takes no --tun-csum"],
    [
      "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type gre --tun-remcsum",
      "--tun-type gre takes no --tun-remcsum",
    ],
    [
      "-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type gre --tun-csum --tun-nocsum",
      "--tun-nocsum and --tun-csum, of which a line takes one",
    ],
    ["-a -t 10.0.0.4:80 -r 10.0.0.1:80 -i --tun-type foo", "--tun-type foo is none of ipip, gue, gre"],
  ])("%s", (line, message) => expect(told(`${service}${line}\n`)[0]).toMatch(refused(message)));

  test("what a template fills in is not judged", () => {
    expect(told("-A -t {{ vip }}:80 -s rr -p {{ timeout }}\n--start-daemon {{ state }}\n")).toEqual([]);
  });

  test("the same line twice, unless the table is cleared between", () => {
    expect(told("-A -t 10.0.0.4:80\n-A -t 10.0.0.4:80\n")).toHaveLength(1);
    expect(told("-A -t 10.0.0.4:80\n-C\n-A -t 10.0.0.4:80\n")).toEqual([]);
  });
});
