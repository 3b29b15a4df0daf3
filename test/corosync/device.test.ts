import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { corosync } from "../../parsers/corosync/index.ts";
import { lintText } from "../support/cluster.ts";

/** Lines of a device, whether corosync-qdevice 3.0.3 with them `runs` or `ends`. corosync itself takes them all. */
const cases = JSON.parse(readFileSync(new URL("device.json", import.meta.url), "utf8")) as Record<
  string,
  "runs" | "ends"
>;
const sound = readFileSync(new URL("sound.conf", import.meta.url), "utf8");

const usual = { model: "net", algorithm: "lms", host: "10.20.0.20" };
const inDevice = ["model"];
const inHeuristics = /^(?:mode|timeout|sync_timeout|interval|exec_\w+)$/;

function withDevice(lines: readonly string[]): string {
  const keyOf = (line: string): string => line.slice(0, line.indexOf(":"));
  const given = new Set(lines.map(keyOf));
  const all = [
    ...Object.entries(usual)
      .filter(([key]) => !given.has(key))
      .map(([key, value]) => `${key}: ${value}`),
    ...lines,
  ];
  const device = all.filter((line) => inDevice.includes(keyOf(line)));
  const heuristics = all.filter((line) => inHeuristics.test(keyOf(line)));
  const net = all.filter((line) => !device.includes(line) && !heuristics.includes(line));
  return sound.replace(
    "provider: corosync_votequorum",
    [
      "provider: corosync_votequorum",
      "device {",
      ...device,
      "net {",
      ...net,
      "}",
      "heuristics {",
      ...heuristics,
      "}",
      "}",
    ].join("\n"),
  );
}

describe("what corosync-qdevice 3.0.3 did with a device", () => {
  test.each(Object.entries(cases))("%s", (name, did) => {
    const findings = lintText(corosync, withDevice(name === "base" ? [] : name.split("\n")));
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.length > 0 ? "ends" : "runs").toBe(did);
    expect(errors.map(({ daemon }) => daemon)).toEqual(errors.map(() => "silent"));
    if (did === "runs")
      expect(
        findings.filter(({ rule }) => /device|wrong-value/.test(rule)).map(({ message }) => message),
      ).toEqual([]);
  });
});

test("corosync-qdevice crashes where it is to vote every 0 ms", () => {
  const told = (line: string): string[] =>
    lintText(corosync, withDevice([]).replace("device {", `device {\n${line}`))
      .filter(({ rule }) => rule === "corosync/device-sync-timeout")
      .map(({ message }) => message);
  expect(told("sync_timeout: 0")).toHaveLength(1);
  expect(told("sync_timeout: 1")).toHaveLength(1);
  expect(told("sync_timeout: 2")).toEqual([]);
  expect(told("timeout: 0")).toEqual([]);
});
