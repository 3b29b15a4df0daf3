import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { sbd, varnish } from "../../parsers/shellvars/index.ts";
import { lintText } from "../support/cluster.ts";

const sbdOf = (text: string) => sbd.model(sbd.parse(sourceOf("sbd", text)));
const varnishOf = (text: string) => varnish.model(varnish.parse(sourceOf("varnish", text)));

describe("sbd", () => {
  test("devices have their places", () => {
    const { devices, watchdog, watchdogTimeout } = sbdOf(
      'SBD_DEVICE="/dev/sda1; /dev/sdb1"\nSBD_WATCHDOG_DEV=/dev/watchdog0\nSBD_WATCHDOG_TIMEOUT=5\n',
    );
    expect(devices.map(({ value, word }) => [value, textOf(word.at)])).toEqual([
      ["/dev/sda1", "/dev/sda1"],
      ["/dev/sdb1", "/dev/sdb1"],
    ]);
    expect(watchdog?.value).toBe("/dev/watchdog0");
    expect(watchdogTimeout?.value).toBe(5);
  });

  test("a device from a variable is not known", () => {
    expect(sbdOf("SBD_DEVICE=$DISK\n")).toMatchObject({ devices: [], devicesKnown: false });
  });

  test("a wrong action is told", () => {
    const found = lintText(sbd, "SBD_TIMEOUT_ACTION=flush,restart\nSBD_STARTMODE=clear\n");
    expect(found.map(({ message, daemon }) => [message, daemon])).toEqual([
      [
        "SBD_TIMEOUT_ACTION flush,restart is not a list of flush or noflush and of reboot, crashdump or off",
        "stops",
      ],
      ["SBD_STARTMODE clear is not always or clean: always is used instead", "silent"],
    ]);
  });
});

describe("varnish", () => {
  const listeners = (text: string) =>
    varnishOf(text).listeners.map(({ host, port, word }) => [host, port, textOf(word.at)]);

  test.each<[string, string, unknown]>([
    [
      "several lines",
      'DAEMON_OPTS="-a :6081 \\\n -T localhost:6082 \\\n -f /etc/varnish/default.vcl"\n',
      [[undefined, 6081, ":6081"]],
    ],
    ["an address", 'DAEMON_OPTS="-a 10.0.0.5:80"\n', [["10.0.0.5", 80, "10.0.0.5:80"]]],
    [
      "a name and a protocol",
      'DAEMON_OPTS="-a web=[::1]:8443,PROXY"\n',
      [["::1", 8443, "web=[::1]:8443,PROXY"]],
    ],
    ["no port", 'DAEMON_OPTS="-a 10.0.0.5"\n', [["10.0.0.5", 80, "10.0.0.5"]]],
    [
      "two",
      'DAEMON_OPTS="-a :80 -a :81"\n',
      [
        [undefined, 80, ":80"],
        [undefined, 81, ":81"],
      ],
    ],
    ["no blank", 'DAEMON_OPTS="-a:80"\n', [[undefined, 80, ":80"]]],
    ["a socket", 'DAEMON_OPTS="-a /run/varnish.sock"\n', []],
    [
      "variables of the same file",
      'VARNISH_LISTEN_PORT=6081\nDAEMON_OPTS="-a :${VARNISH_LISTEN_PORT} -n ${INSTANCE}"\n',
      [[undefined, 6081, ":${VARNISH_LISTEN_PORT}"]],
    ],
    ["unknown variables", 'DAEMON_OPTS="-a :$PORT"\n', []],
    ["varnish.params", "VARNISH_LISTEN_ADDRESS=10.0.0.5\nVARNISH_LISTEN_PORT=80\n", [["10.0.0.5", 80, "80"]]],
    ["a comment", '# DAEMON_OPTS="-a :6081"\n', []],
  ])("%s", (_, text, expected) => {
    expect(listeners(text)).toEqual(expected);
  });

  test("the management port and the VCL file", () => {
    const { admin, vcl } = varnishOf('DAEMON_OPTS="-T localhost:6082 -f /etc/varnish/default.vcl"\n');
    expect([admin?.host, admin?.port, vcl?.value]).toEqual(["localhost", 6082, "/etc/varnish/default.vcl"]);
  });
});
