import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import {
  effectiveConf,
  effectiveSysctl,
  matches,
  numberOf,
  readingOrder,
} from "../../parsers/sysctl/effective.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";
import { normalKey } from "../../parsers/sysctl/model.ts";
import { keyMeant } from "../../rules/sysctl/typo.ts";
import { lintFiles, lintText } from "../support/cluster.ts";

const model = (text: string, path = "/etc/sysctl.conf") => sysctl.model(sysctl.parse(sourceOf(path, text)));
const file = (path: string, text: string) => ({ path, model: model(text, path) });
const effective = (files: readonly ReturnType<typeof file>[]) => effectiveSysctl(readingOrder(files));
const messages = (text: string): string[] => lintText(sysctl, text).map(({ message }) => message);

describe("the model", () => {
  test("settings, exclusions, comments and lines that are neither", () => {
    const { settings, excluded, invalid } = model(
      "# c\n  ; c\n net.ipv4.ip_forward = 1\r\nkernel/hostname=a = b\n- vm.swappiness =10\n-net.ipv4.conf.all.rp_filter\nnonsense\n=1\nkernel.panic =\n",
    );
    expect(settings.map(({ key, value, mayFail }) => [key, value, mayFail])).toEqual([
      ["net.ipv4.ip_forward", "1", false],
      ["kernel.hostname", "a = b", false],
      ["vm.swappiness", "10", true],
      ["kernel.panic", "", false],
    ]);
    expect(excluded.map(({ key }) => key)).toEqual(["net.ipv4.conf.all.rp_filter"]);
    expect(invalid.map(({ at }) => textOf(at))).toEqual(["nonsense", "=1"]);
  });

  test("the first separator decides (sysctl.d(5))", () => {
    expect(normalKey("net/ipv4/conf/enp3s0.200/forwarding")).toBe("net.ipv4.conf.enp3s0/200.forwarding");
    expect(normalKey("net.ipv4.conf.enp3s0/200.forwarding")).toBe("net.ipv4.conf.enp3s0/200.forwarding");
    expect(normalKey("kernel/domainname")).toBe("kernel.domainname");
  });
});

describe("what counts after all files", () => {
  test("names decide, not folders; sysctl.conf counts as 99-sysctl.conf", () => {
    const files = [
      file("/etc/sysctl.conf", "a.b = conf"),
      file("/usr/lib/sysctl.d/50-default.conf", "a.b = lib"),
      file("/etc/sysctl.d/60-x.conf", "a.b = sixty"),
      file("/etc/sysctl.d/99-z.conf", "c.d = z"),
    ];
    expect(readingOrder(files).map(({ path }) => path)).toEqual([
      "/usr/lib/sysctl.d/50-default.conf",
      "/etc/sysctl.d/60-x.conf",
      "/etc/sysctl.conf",
      "/etc/sysctl.d/99-z.conf",
    ]);
    const setting = effective(files).get("a.b")!;
    expect([setting.value, setting.over.map(({ value }) => value)]).toEqual(["conf", ["lib", "sixty"]]);
    expect(setting.word.at.source.path).toBe("/etc/sysctl.conf");
  });

  test("a file of /etc replaces the one of the same name", () => {
    const files = [
      file("/usr/lib/sysctl.d/50-a.conf", "a.b = 1"),
      file("/etc/sysctl.d/50-a.conf", "c.d = 2"),
      file("/run/sysctl.d/50-a.conf", "a.b = 3"),
    ];
    expect([...effective(files).keys()]).toEqual(["c.d"]);
  });

  test.each([
    ["all alone", "net.ipv4.conf.all.arp_ignore = 1", 1],
    [
      "the greater of all and the interface",
      "net.ipv4.conf.all.arp_ignore = 1\nnet.ipv4.conf.eth0.arp_ignore = 2",
      2,
    ],
    ["all over a smaller one", "net.ipv4.conf.all.arp_ignore = 2\nnet.ipv4.conf.eth0.arp_ignore = 0", 2],
    ["default where the interface has none", "net.ipv4.conf.default.arp_ignore = 1", 1],
    ["a glob", "net.ipv4.conf.*.arp_ignore = 1", 1],
    [
      "a key over a glob",
      "net.ipv4.conf.*.arp_ignore = 2\nnet.ipv4.conf.all.arp_ignore = 0\nnet.ipv4.conf.eth0.arp_ignore = 0",
      0,
    ],
    [
      "a glob that is kept off",
      "net.ipv4.conf.*.arp_ignore = 2\n-net.ipv4.conf.all.arp_ignore\n-net.ipv4.conf.eth0.arp_ignore\n-net.ipv4.conf.default.arp_ignore",
      undefined,
    ],
    ["nothing", "net.ipv4.conf.eth1.arp_ignore = 1", undefined],
  ])("arp_ignore on eth0: %s", (_, text, value) => {
    expect(effectiveConf(effective([file("/etc/sysctl.conf", text)]), "arp_ignore", "eth0").value).toBe(
      value,
    );
  });

  test("the settings that decide are named; all does not count for forwarding", () => {
    const settings = effective([
      file(
        "/etc/sysctl.conf",
        "net.ipv4.conf.all.rp_filter = 2\nnet.ipv4.conf.eth0.rp_filter = 1\nnet.ipv4.conf.all.forwarding = 1",
      ),
    ]);
    expect(effectiveConf(settings, "rp_filter", "eth0").deciding.map(({ key }) => key)).toEqual([
      "net.ipv4.conf.all.rp_filter",
    ]);
    expect(effectiveConf(settings, "forwarding", "eth0").value).toBeUndefined();
  });

  test("VLAN names keep their dot", () => {
    const settings = effective([file("/etc/sysctl.conf", "net.ipv4.conf.eth0/100.arp_ignore = 1")]);
    expect(effectiveConf(settings, "arp_ignore", "eth0.100").value).toBe(1);
  });

  test("numbers as the kernel reads them", () => {
    expect(["1", "1 # x", "0x10", "010", "-1", "1#x", "yes", ""].map(numberOf)).toEqual([
      1,
      1,
      16,
      8,
      -1,
      undefined,
      undefined,
      undefined,
    ]);
    expect([
      matches("net.*.x", "net.a.x"),
      matches("net.*.x", "net.a.b.x"),
      matches("net.a.x", "net.a.x"),
    ]).toEqual([true, false, false]);
  });
});

describe("misspelt keys", () => {
  test.each([
    ["net.ipv4.ip_nonlocal_bin", "net.ipv4.ip_nonlocal_bind"],
    ["net.ipv4.conf.eth0.arp_anounce", "net.ipv4.conf.eth0.arp_announce"],
    ["net.ipv4.vs.expire_quiescent_templat", "net.ipv4.vs.expire_quiescent_template"],
    ["net.ipv4.rp_filter", "net.ipv4.conf.all.rp_filter"],
    ["nett.ipv4.ip_forward", "net.ipv4.ip_forward"],
    ["net.ipv4.tcp_tw_recycle", undefined],
    ["net.ipv6.conf.all.forwarding", undefined],
    ["net.ipv4.neigh.default.gc_thresh2", undefined],
    ["net.ipv4.neigh.default.gc_thresh4", undefined],
    ["net.ipv4.conf.*.arp_ignor", undefined],
    ["my.own.key", undefined],
  ])("%s", (key, guess) => expect(keyMeant(key)).toBe(guess));

  test("no known key is taken for a misspelling of another", () => {
    const known = [
      ...Object.keys(sysctl.schema.places.file!.keywords!),
      ...sysctl.schema.names!.setting!.known!,
    ];
    expect(known.length).toBeGreaterThan(700);
    expect(known.filter((key) => keyMeant(key.replaceAll("*", "eth0")))).toEqual([]);
  });
});

describe("values", () => {
  test("in their domain are silent", () => {
    expect(
      messages(
        "net.ipv4.conf.all.arp_ignore = 8\nnet.ipv4.ip_forward=0x1\nkernel.panic = -1\nnet.core.rmem_max = 16777216\nnet.ipv4.tcp_mem = 1 2 3\nfoo.bar = yes\n",
      ),
    ).toEqual([]);
  });

  test("a number before a comment counts", () => {
    expect(messages("net.ipv4.ip_forward = 1 ; x\n")).toEqual([
      "; begins no comment here: the kernel is given these words too",
    ]);
  });

  test("of one key over two files: told on the one that loses, unless it is the distribution's", () => {
    const at = (files: Record<string, string>) =>
      lintFiles(files).map((finding) => [finding.rule, finding.at.source.path]);
    expect(
      at({
        "/etc/sysctl.d/10-a.conf": "vm.swappiness = 1\n",
        "/etc/sysctl.d/20-b.conf": "vm.swappiness = 2\n",
      }),
    ).toEqual([["sysctl/duplicate-key", "/etc/sysctl.d/10-a.conf"]]);
    expect(
      at({
        "/usr/lib/sysctl.d/10-a.conf": "vm.swappiness = 1\n",
        "/etc/sysctl.d/20-b.conf": "vm.swappiness = 2\n",
      }),
    ).toEqual([]);
    expect(
      at({
        "/etc/sysctl.d/10-a.conf": "vm.swappiness = 2\n",
        "/etc/sysctl.d/20-b.conf": "vm/swappiness = 2\n",
      }),
    ).toEqual([]);
  });
});

/** sysctl of procps 4.0.2 finds none of these below /proc/sys. */
test.each([
  ["sysctl -w net.ipv4.ip_forward=1", "sysctl -w net.ipv4.ip_forward", "net.ipv4.ip_forward"],
  ["set net.ipv4.ip_forward=1", "set net.ipv4.ip_forward", "net.ipv4.ip_forward"],
  ["/proc/sys/net/ipv4/ip_forward=1", "/proc/sys/net/ipv4/ip_forward", "net.ipv4.ip_forward"],
  ["proc.sys.net.ipv4.ip_forward=1", "proc.sys.net.ipv4.ip_forward", "net.ipv4.ip_forward"],
  ["net.ipv4.all.arp_ignore=1", "net.ipv4.all.arp_ignore", "net.ipv4.conf.all.arp_ignore"],
  ["net.ipv4.eth0.rp_filter=1", "net.ipv4.eth0.rp_filter", "net.ipv4.conf.eth0.rp_filter"],
  ["ipv4.ip_forward=1", "ipv4.ip_forward", "net.ipv4.ip_forward"],
  ["NET.IPV4.IP_FORWARD = 1", "NET.IPV4.IP_FORWARD", "net.ipv4.ip_forward"],
])("%s sets nothing", (line, key, meant) =>
  expect(messages(`${line}\n`)).toEqual([
    `the kernel has no ${key} (did you mean ${meant}?): the line sets nothing`,
  ]),
);

test.each([
  "/net/ipv4/ip_forward=1",
  "net.ipv4.conf.ETH0.rp_filter=1",
  "net.ipv4.route.flush=1",
  "kernel.FOO=1",
])("%s is not guessed at", (line) => expect(messages(`${line}\n`)).toEqual([]));
