import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Source, sourceOf, textOf } from "../../parsers/core/source.ts";
import { addressOf, bitsOf, broadcastOf, classBits, networkOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, selected } from "../../parsers/interfaces/model.ts";
import { lintFiles, lintText } from "../support/cluster.ts";

const parse = (text: string) => interfaces.parse(sourceOf("/etc/network/interfaces", text));
const model = (text: string) => interfaces.model(parse(text));
const rulesOf = (text: string): string[] => lintText(interfaces, text).map(({ rule }) => rule);

const realServer = `# protoss
auto lo
iface lo inet loopback
auto eth0
iface eth0 inet static
    address 10.0.0.2
    netmask 255.255.255.0
    network 10.0.0.0
    broadcast 10.0.0.255
    gateway 10.0.0.128
    dns-nameservers 10.0.0.128 10.0.0.129
auto lo:0
iface lo:0 inet static
    address 10.0.0.4
    netmask 255.255.255.255
`;

describe("the tree", () => {
  test("options stand in their stanza, indented or not, each with the rest of its line as one word", () => {
    const [auto, iface, next] = parse(
      "auto eth0\niface eth0 inet static\naddress 10.0.0.1/24\n\tup ip  link set x\nauto lo\n",
    ).statements;
    expect(auto?.args.map(({ value }) => value)).toEqual(["eth0"]);
    expect(
      iface?.block?.statements.map(({ keyword, args }) => [keyword.value, ...args.map(({ value }) => value)]),
    ).toEqual([
      ["address", "10.0.0.1/24"],
      ["up", "ip  link set x"],
    ]);
    expect(next?.keyword.value).toBe("auto");
  });

  test("a backslash glues lines, also inside a word, and hides a # at the next line's start", () => {
    const { statements, comments } = parse("au\\\nto eth0 \\\n# eth1\n# a comment \\\nauto lo\n");
    expect(statements.map(({ keyword, args }) => [keyword.value, ...args.map(({ value }) => value)])).toEqual(
      [
        ["auto", "eth0", "#", "eth1"],
        ["auto", "lo"],
      ],
    );
    expect(comments.map(({ at }) => textOf(at))).toEqual(["# a comment \\"]);
  });

  test("lines are cut into words as ifupdown 0.8 does", () => {
    const pieces = fc.constantFrom(
      "auto",
      "eth0",
      "iface",
      "#",
      "#x",
      "\\x",
      "\\\n",
      "\n",
      " ",
      "\t",
      "\r\n",
      "\x0b",
      "é",
      "\u00a0",
      "up",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const flat = parse(text).statements.flatMap((one) => [one, ...(one.block?.statements ?? [])]);
        const words = flat.map(({ keyword, args }) => [
          keyword.value,
          ...args.flatMap(({ value }) => value.split(/[ \t\r\n\x0b\x0c]+/)),
        ]);
        expect(words).toEqual(asIfupdown(text));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

/** get_line() and next_word() of ifupdown's config.c, written anew. Two `\` at a line's end, and one alone before a comment, are left out. */
function asIfupdown(text: string): string[][] {
  const physical = text.split("\n");
  const lines: string[][] = [];
  const blank = /[ \t\r\x0b\x0c]/;
  for (let i = 0; i < physical.length; i++) {
    let line = physical[i]!;
    while (line !== "" && blank.test(line[0]!)) line = line.slice(1);
    if (line.startsWith("#")) continue;
    while (line.endsWith("\\")) {
      line = line.slice(0, -1);
      const blankSoFar = /^[ \t\r\x0b\x0c]*$/.test(line);
      if (i + 1 >= physical.length) break;
      const next = physical[++i]!;
      if (blankSoFar && /^[ \t\r\x0b\x0c]*#/.test(next)) {
        line = "";
        break;
      }
      line += next;
    }
    const words = line.split(/[ \t\r\x0b\x0c]+/).filter((word) => word !== "");
    if (words.length > 0) lines.push(words);
  }
  return lines;
}

describe("the model", () => {
  test("a real server of LVS-DR", () => {
    const { stanzas, selections } = model(realServer);
    expect(stanzas.map(({ name, family, method }) => [name.value, family, method])).toEqual([
      ["lo", "inet", "loopback"],
      ["eth0", "inet", "static"],
      ["lo:0", "inet", "static"],
    ]);
    expect(selections.flatMap(({ names }) => names.map(({ value }) => value))).toEqual([
      "lo",
      "eth0",
      "lo:0",
    ]);
    const [, eth0, vip] = stanzas.map(addressOf);
    expect([eth0?.ip, eth0?.prefix, eth0?.gateway?.value, eth0?.broadcast?.value]).toEqual([
      "10.0.0.2",
      24,
      "10.0.0.128",
      "10.0.0.255",
    ]);
    expect([vip?.ip, vip?.prefix, textOf(vip!.at), textOf(vip!.prefixAt)]).toEqual([
      "10.0.0.4",
      32,
      "10.0.0.4",
      "255.255.255.255",
    ]);
    expect(deviceOf("lo:0")).toBe("lo");
  });

  test("addresses with a slash, and a netmask that wins over it", () => {
    const [a, b, c] = model(
      "iface a inet static\naddress 10.0.0.1/24\niface b inet static\naddress 10.0.0.1/24\nnetmask 16\niface c inet6 static\naddress 2001:db8::1/64\n",
    ).stanzas.map((stanza) => addressOf(stanza)!);
    expect([a!.prefix, textOf(a!.at), textOf(a!.prefixAt)]).toEqual([24, "10.0.0.1", "24"]);
    expect([b!.prefix, textOf(b!.prefixAt)]).toEqual([16, "16"]);
    expect([c!.version, c!.prefix]).toEqual([6, 64]);
  });

  test("no prefix where none is written", () => {
    const address = addressOf(model("iface a inet static\naddress 10.0.0.1\n").stanzas[0]!);
    expect(address).not.toHaveProperty("prefix");
    expect(addressOf(model("iface a inet static\naddress 10.0.0.300\n").stanzas[0]!)).toBeUndefined();
  });

  test("what is inherited stands before the stanza's own options", () => {
    const heir = model(
      "iface base inet static\naddress 10.0.0.1/24\niface eth0 inherits base\naddress 10.0.0.2/24\n",
    ).stanzas[1]!;
    expect([heir.family, heir.method, addressOf(heir)?.ip]).toEqual(["inet", "static", "10.0.0.1"]);
  });

  test("patterns stand for the name that they are mapped to", () => {
    expect(
      selected(model("auto /eth*=lan lo\nallow-hotplug wlan0\n")).map((one) => [one.class, one.name]),
    ).toEqual([
      ["auto", "lan"],
      ["auto", "lo"],
      ["hotplug", "wlan0"],
    ]);
  });

  test("masks and subnets", () => {
    expect(
      ["255.255.255.0", "24", "255.255.0.255", "33", "0.0.0.0", "x"].map((mask) => bitsOf(mask, 4)),
    ).toEqual([24, 24, undefined, undefined, 0, undefined]);
    expect(["10.1.1.1", "172.16.0.1", "192.168.0.1", "224.0.0.1"].map(classBits)).toEqual([8, 16, 24, 32]);
    expect([
      networkOf("192.168.10.77", 26),
      broadcastOf("192.168.10.77", 26),
      broadcastOf("10.1.2.3", 0),
    ]).toEqual(["192.168.10.64", "192.168.10.127", "255.255.255.255"]);
  });
});

describe("sourced files", () => {
  const read = (text: string, files: Record<string, string>) => {
    const sources = Object.entries(files).map(([path, content]) => sourceOf(path, content));
    const asked: string[] = [];
    const include = (pattern: string): readonly Source[] => {
      asked.push(pattern);
      return sources.filter(({ path }) => path.startsWith(pattern.replace(/\*$/, "")));
    };
    const tree = interfaces.read!(sourceOf("/etc/network/interfaces", text), { include });
    return { stanzas: interfaces.model(tree).stanzas.map(({ name }) => name.value), asked };
  };

  test("stand where the line is, and each is read once", () => {
    const files = {
      "/etc/network/interfaces.d/a": "iface a inet dhcp\nsource /etc/network/interfaces.d/*\n",
      "/etc/network/interfaces.d/b": "iface b inet dhcp\n",
    };
    const { stanzas } = read(
      "source /etc/network/interfaces.d/*\nsource-directory /etc/network/interfaces.d\niface c inet dhcp\n",
      files,
    );
    expect(stanzas).toEqual(["a", "b", "c"]);
  });

  test("of a folder only files with plain names are read", () => {
    const { stanzas, asked } = read("source-directory interfaces.d/\n", {
      "interfaces.d/a": "iface a inet dhcp\n",
      "interfaces.d/b.dpkg-old": "iface b inet dhcp\n",
    });
    expect(asked).toEqual(["interfaces.d/*"]);
    expect(stanzas).toEqual(["a"]);
  });

  test("an option behind a source line belongs to no stanza", () => {
    expect(rulesOf("auto eth0\niface eth0 inet dhcp\nno-scripts eth0\nmtu 1500\n")).toEqual([
      "interfaces/misplaced-option",
    ]);
  });
});

describe("silence", () => {
  test("a correct lo:0 with a /32, and its siblings", () => expect(rulesOf(realServer)).toEqual([]));

  test.each([
    [
      "a host route of a hosting company",
      "auto eth0\niface eth0 inet static\n address 203.0.113.5/32\n gateway 198.51.100.1\n",
    ],
    [
      "a point-to-point link",
      "auto eth0\niface eth0 inet static\n address 10.0.0.1\n pointopoint 10.9.9.9\n gateway 10.9.9.9\n",
    ],
    [
      "options of hooks, with - or _",
      "auto br0\niface br0 inet manual\n bridge-ports eth0\n bridge_stp off\n wireless-key3 x\n metrics 5x\n",
    ],
    ["a broadcast by sign", "auto eth0\niface eth0 inet static\n address 10.0.0.1/24\n broadcast +\n"],
    [
      "interfaces that a mapping may name",
      "mapping eth0\n script /usr/local/sbin/where\nauto eth0\niface home inet static\n address 10.0.0.1/24\n",
    ],
    [
      "two addresses in two stanzas",
      "auto eth0\niface eth0 inet static\n address 10.0.0.1/24\niface eth0 inet static\n address 10.0.0.2/24\n",
    ],
    [
      "the same VIP on lo and on an interface",
      "auto lo:0 eth0:0 eth0\niface eth0 inet dhcp\niface lo:0 inet static\n address 10.0.0.4/32\niface eth0:0 inet static\n address 10.0.0.4/32\n",
    ],
  ])("%s", (_, text) =>
    expect(rulesOf(text)).toEqual(text.includes("metrics") ? ["interfaces/option-typo"] : []),
  );

  test("a sourced file that is linted as a part is not told to lack what its root has", () => {
    const part = "iface eth0:0 inet static\n address 10.0.0.4/24\n";
    expect(lintFiles({ "/etc/network/interfaces.d/vip": part })).toEqual([]);
  });

  test("across files of a node the auto line and the stanza find each other", () => {
    const files = {
      "/etc/network/interfaces": "source /etc/network/interfaces.d/*\nauto eth0 lo:0\niface eth0 inet dhcp\n",
      "/etc/network/interfaces.d/vip": "iface lo:0 inet static\n address 10.0.0.4/32\n",
    };
    expect(lintFiles(files)).toEqual([]);
    const { "/etc/network/interfaces.d/vip": _, ...alone } = files;
    expect(lintFiles(alone).map(({ message }) => message)).toEqual([
      "no iface lo:0: ifup reports an unknown interface and the boot goes on without it",
    ]);
  });
});

describe("values", () => {
  test("of options that have a domain", () => {
    const texts = lintText(
      interfaces,
      "auto eth0\niface eth0 inet6 auto\n accept_ra 3\n mtu x\n dad-interval 0.5\n",
    ).map(({ message }) => message);
    expect(texts).toEqual(["accept_ra 3 is outside 0 to 2", "mtu x is not a whole number"]);
  });

  test("an option without a value is refused, known or not", () => {
    const findings = lintText(interfaces, "auto eth0\niface eth0 inet dhcp\n mtu\n my-option\n");
    expect(findings.map(({ rule, daemon }) => [rule, daemon])).toEqual([
      ["schema/missing-value", "rejects"],
      ["schema/missing-value", "rejects"],
    ]);
  });

  test("a mapping takes script, once, and map", () => {
    const findings = lintText(interfaces, "mapping eth0\n scrip /x\n script /y\n script /z\n map a\n");
    expect(findings.map(({ rule, daemon }) => [rule, daemon])).toEqual([
      ["schema/unknown-keyword", "rejects"],
      ["schema/repeated-setting", "rejects"],
    ]);
  });
});
