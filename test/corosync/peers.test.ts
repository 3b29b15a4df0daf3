import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { positionAt } from "../../parsers/core/source.ts";
import { lintFiles } from "../support/cluster.ts";

const read = (name: string): string => readFileSync(new URL(`peers/${name}.conf`, import.meta.url), "utf8");

/** The mistakes that corosync -t was tried with, with the rule and the line that name each. */
test.each([
  ["01-key-typo", "schema/unknown-keyword", 4],
  ["02-token-typo", "schema/unknown-keyword", 4],
  ["03-section-typo", "schema/unknown-keyword", 18],
  ["04-nodeid-twice", "corosync/nodeid-twice", 13],
  ["05-consensus-below-token", "corosync/consensus-low", 5],
  ["06-crypto-with-udpu", "corosync/crypto-transport", 5],
  ["07-two-node-with-three", "corosync/two-node", 25],
  ["08-two-node-with-device", "corosync/two-node-device", 20],
  ["09-two-node-expected-three", "corosync/two-node-expected-votes", 20],
  ["10-token-not-a-number", "schema/wrong-value", 4],
  ["11-missing-brace", "syntax/missing-brace", 18],
  ["12-hash-typo", "schema/wrong-value", 5],
  ["13-two-node-twice", "schema/repeated-setting", 20],
  ["14-address-twice", "corosync/address-twice", 15],
  ["15-name-twice", "corosync/node-name-twice", 14],
  ["16-other-link", "corosync/link-mismatch", 12],
])("%s: %s in line %i", (name, rule, line) => {
  const findings = lintFiles({ "/etc/corosync/corosync.conf": read(name) });
  const places = findings
    .filter((finding) => finding.rule === rule)
    .map(({ at }) => positionAt(at.source, at.start).line + 1);
  expect(places).toContain(line);
});

test("17-not-a-member: the machine that reads the file is none of its nodes", () => {
  const findings = lintFiles({
    "gamma/etc/corosync/corosync.conf": read("17-not-a-member"),
    "gamma/etc/hostname": "gamma\n",
    "gamma/etc/network/interfaces":
      "auto eth0\niface eth0 inet static\n    address 10.0.0.13/24\n    gateway 10.0.0.1\n",
  });
  const found = findings.find(({ rule }) => rule === "cross/corosync-local-node-missing");
  expect(found && positionAt(found.at.source, found.at.start).line + 1).toBe(6);
});
