import { describe, expect, test } from "vitest";
import { sourceOf, span, textOf } from "../../parsers/core/source.ts";
import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import { endpointOf } from "../../parsers/ipvsadm/model.ts";
import { lintText } from "../support/cluster.ts";

const source = (text: string) => sourceOf("/etc/ipvsadm.rules", text);
const model = (text: string) => ipvsadmRules.model(ipvsadmRules.parse(source(text)));
const told = (text: string): string[] =>
  lintText(ipvsadmRules, text).map(({ rule, message }) => `${rule} ${message}`);

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

  test("the same line twice, unless the table is cleared between", () => {
    expect(told("-A -t 10.0.0.4:80\n-A -t 10.0.0.4:80\n")).toHaveLength(1);
    expect(told("-A -t 10.0.0.4:80\n-C\n-A -t 10.0.0.4:80\n")).toEqual([]);
  });
});
