import { describe, expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { cryptoOf, retransmitOf, timersOf, transportOf, votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";

const modelOf = (text: string) => corosync.model(corosync.parse(sourceOf("corosync.conf", text)));
const nodes = (count: number, inside = ""): string =>
  `nodelist {\n${Array.from({ length: count }, (_, i) => `node {\nring0_addr: 10.0.0.${i + 1}\n${inside}\n}\n`).join("")}}\n`;
const totem = (keys: string): string => `totem {\n${keys}\n}\n`;
const quorum = (keys: string): string => `quorum {\n${keys}\n}\n`;

describe("timers as corosync-cmapctl shows them in runtime.config.totem", () => {
  test.each([
    ["the defaults of two nodes", "", 2, undefined, 3000, 3600],
    ["the defaults of three", "", 3, undefined, 3650, 4380],
    ["the defaults before 3.1", "", 3, "2.4.5", 1650, 1980],
    ["before token_coefficient", "", 3, "2.3.0", 1000, 1200],
    ["a token of its own", "token: 10", 3, undefined, 660, 792],
    ["no coefficient", "token: 5000\ntoken_coefficient: 0", 5, undefined, 5000, 6000],
    ["0 stands for the default", "token: 0\nconsensus: 0", 2, undefined, 3000, 3600],
    ["a consensus of its own", "consensus: 9000", 2, undefined, 3000, 9000],
  ])("%s", (_, keys, count, version, token, consensus) => {
    expect(timersOf(modelOf(totem(keys) + nodes(count)), version)).toMatchObject({ token, consensus });
  });

  test("the retransmit interval", () => {
    expect(retransmitOf(timersOf(modelOf(totem("") + nodes(2)))!)).toBe(714);
  });

  test("nothing is known where a template fills a part in", () => {
    expect(timersOf(modelOf(totem("token: {{ token }}") + nodes(2)))).toBeUndefined();
    expect(timersOf(modelOf(`${totem("")}{% for %}\n${nodes(2)}{% endfor %}\n`))).toBeUndefined();
    expect(timersOf(modelOf(totem("token: abc") + nodes(2)))).toBeUndefined();
  });

  test.each(["token: -1", "token: 4294967296", "consensus: -5", "join: 99999999999"])(
    "nor with %s",
    (line) => {
      expect(timersOf(modelOf(totem(line) + nodes(3)))).toBeUndefined();
    },
  );
});

describe("votes as corosync-quorumtool shows them", () => {
  const device = (votes: string): string => `device {\nmodel: net\n${votes}\n}\n`;
  test.each([
    ["three nodes", 3, "", "", { expected: 3, quorum: 2 }],
    ["four nodes", 4, "", "", { expected: 4, quorum: 3 }],
    ["two nodes", 2, "", "two_node: 1", { expected: 2, quorum: 1 }],
    ["expected_votes goes before the sum", 3, "", "expected_votes: 5", { expected: 5, quorum: 3 }],
    ["votes of the nodes", 3, "quorum_votes: 2", "", { nodes: 6, expected: 6, quorum: 4 }],
    ["a device with one vote", 2, "", device("votes: 1"), { device: 1, expected: 3, quorum: 2 }],
    ["a device with the default", 3, "", device(""), { device: 2, expected: 5, quorum: 3 }],
    ["a device without a model counts for nothing", 3, "", "device {\n}\n", { device: 0, expected: 3 }],
  ])("%s", (_, count, inside, keys, expected) => {
    expect(votesOf(modelOf(nodes(count, inside) + quorum(keys)))).toMatchObject(expected);
  });

  test("none without a nodelist", () => {
    expect(votesOf(modelOf(quorum("expected_votes: 3")))).toBeUndefined();
  });
});

test("transport and encryption follow from what is left out", () => {
  expect(transportOf(modelOf(totem("")))).toBe("knet");
  expect(transportOf(modelOf(totem("")), "2.4.5")).toBe("udp");
  expect(transportOf(modelOf(totem("transport: {{ x }}")))).toBeUndefined();
  expect(cryptoOf(modelOf(totem("")))).toEqual({ cipher: "none", hash: "none" });
  expect(cryptoOf(modelOf(totem("secauth: on")))).toEqual({ cipher: "aes256", hash: "sha256" });
  expect(cryptoOf(modelOf(totem("secauth: yes")))).toEqual({ cipher: "none", hash: "none" });
  expect(cryptoOf(modelOf(totem("secauth: on\ncrypto_cipher: none")))).toEqual({
    cipher: "none",
    hash: "sha256",
  });
});

test("sections of one name are one, and the last of two equal keys counts", () => {
  const model = modelOf(totem("token: 1000") + totem("token: 2000") + nodes(1) + nodes(1));
  expect(timersOf(model)?.base).toBe(2000);
  expect(model.nodes.length).toBe(2);
  expect(model.totem.opened.length).toBe(2);
});

test("a node has its addresses by link, the last of each", () => {
  const [node] = modelOf(
    "nodelist {\nnode {\nring1_addr: b\nring0_addr: 10.0.0.1\nring0_addr: ::1\n}\n}\n",
  ).nodes;
  expect(node!.addresses.map(({ link, value, numeric }) => [link, value, numeric])).toEqual([
    [0, "::1", true],
    [1, "b", false],
  ]);
});
