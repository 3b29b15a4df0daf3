import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { rcLocal } from "../../parsers/rclocal/index.ts";
import { lintText } from "../support/cluster.ts";

const model = (text: string) => rcLocal.model(rcLocal.parse(sourceOf("rc.local", text)));
const services = (text: string) => model(text).services.map(({ name, action }) => `${name} ${action}`);
const mounts = (text: string) =>
  model(text).mounts.map(({ all, device, point, type, options }) => ({
    all,
    device: device?.value,
    point: point?.value,
    type,
    options: options.join(),
  }));

describe("services", () => {
  test.each([
    ["/etc/init.d/apache2 start", ["apache2 start"]],
    ["/etc/init.d/apache2", ["apache2 undefined"]],
    ["/etc/rc.d/init.d/httpd restart >/dev/null 2>&1 &", ["httpd restart"]],
    ["service mysql start", ["mysql start"]],
    ["/usr/sbin/service mysql start", ["mysql start"]],
    ["invoke-rc.d --quiet nfs start", ["nfs start"]],
    ["systemctl --no-block start a.service b", ["a start", "b start"]],
    ["systemctl daemon-reload", []],
    ["mount -a && service a start; service b start || service c start", ["a start", "b start", "c start"]],
    ["if [ -x /x ]; then service a start; fi", ["a start"]],
    ["echo service a start", []],
    ["# service a start", []],
    ['echo "x; service a start"', []],
    ["service a \\\n  start", ["a start"]],
    ["cat <<X\nservice a start\nX", []],
    ["LANG=C service a start", ["a start"]],
  ])("%s", (text, expected) => {
    expect(services(`${text}\n`)).toEqual(expected);
  });

  test("nothing after an exit that is always reached", () => {
    expect(services("service a start\nexit 0\nservice b start\n")).toEqual(["a start"]);
    expect(services("[ -f /x ] && exit 0\nservice b start\n")).toEqual(["b start"]);
    expect(services("if a; then exit 1; fi\nservice b start\n")).toEqual(["b start"]);
  });

  test("the word that names the service keeps its place", () => {
    expect(textOf(model("x; /etc/init.d/apache2 start\n").services[0]!.word.at)).toBe("/etc/init.d/apache2");
  });
});

describe("mounts", () => {
  test.each([
    ["mount -a", { all: true, options: "" }],
    ["mount -at ocfs2", { all: true, type: "ocfs2", options: "" }],
    ["mount /opt", { all: false, point: "/opt", options: "" }],
    [
      "mount -t glusterfs -o ro,_netdev h:/v /m",
      { all: false, device: "h:/v", point: "/m", type: "glusterfs", options: "ro,_netdev" },
    ],
    [
      "mount --types=nfs h:/v /m -onolock",
      { all: false, device: "h:/v", point: "/m", type: "nfs", options: "nolock" },
    ],
    ["/bin/mount --bind /a /b", { all: false, device: "/a", point: "/b", options: "bind" }],
  ])("%s", (text, expected) => {
    expect(mounts(`${text}\n`)).toEqual([
      { device: undefined, point: undefined, type: undefined, ...expected },
    ]);
  });

  test("a variable in a path is not known", () => {
    expect(model("mount $DEV /a\n").mounts[0]?.device?.hole).toBe(true);
  });
});

test("a script is not judged by its words", () => {
  expect(lintText(rcLocal, "#!/bin/sh -e\nmount -a\n/etc/init.d/apache2 start\nexit 0\n")).toEqual([]);
});
