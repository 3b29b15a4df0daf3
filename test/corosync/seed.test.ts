import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintFiles } from "../support/cluster.ts";
import { shown } from "../support/tree.ts";

/** The file of the three Galera nodes, as it was printed. */
const seed = readFileSync(new URL("seed.conf", import.meta.url), "utf8");

test("the faults of the printed corosync.conf, each at its line", () => {
  const findings = lintFiles({ "/etc/corosync/corosync.conf": seed });
  const places = findings.map((finding) =>
    shown(finding)
      .split("\n")[0]!
      .replace(/^\S+:(\d+):\d+ (\w+ \S+):.*$/, "$1 $2"),
  );
  expect(places).toEqual([
    "1 info corosync/config-version-missing",
    "1 info corosync/transport-implicit",
    "6 info corosync/node-high-bit",
    "8 warning corosync/plain-traffic",
    "10 warning corosync/ring-number",
    "11 warning corosync/bind-address-ignored",
    "13 info corosync/ttl-without-multicast",
    "18 info corosync/blind-logging",
    "31 warning corosync/expected-votes",
    "33 info corosync/single-link",
    ...[34, 37, 40].flatMap((line) => [
      `${line} warning corosync/node-name-missing`,
      `${line} error corosync/nodeid-missing`,
      `${line + 1} info corosync/address-name`,
    ]),
  ]);
});

test("on corosync 2, which it was written for, the nodelist needs no ids", () => {
  const findings = lintFiles({ "/etc/corosync/corosync.conf": seed }, { corosync: "2.4.5" });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
