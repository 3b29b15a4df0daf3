import { describe, expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { gluster } from "../../parsers/gluster/index.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import cases from "./cases.json" with { type: "json" };

describe("what glusterfsd 10.3 said of each volfile", () => {
  test.each(cases)("$text", ({ verdict, text }) => {
    const rejecting = lintText(gluster, text).filter(({ daemon }) => daemon === "rejects");
    expect(rejecting.length > 0 ? "reject" : "accept").toBe(verdict);
  });
});

test("the model knows servers, bricks and subvolumes", () => {
  const text =
    'volume b type storage/posix option directory "/srv/my brick" end-volume\n' +
    "volume c type protocol/client option remote-host web1 option remote-subvolume b end-volume\n" +
    "volume r type cluster/replicate subvolumes b c end-volume\n";
  expect(gluster.model(gluster.parse(sourceOf("x.vol", text))).volumes).toMatchObject([
    { name: { value: "b" }, type: { value: "storage/posix" }, directory: { value: "/srv/my brick" } },
    { name: { value: "c" }, remoteHost: { value: "web1" }, remoteSubvolume: { value: "b" } },
    { name: { value: "r" }, subvolumes: [{ value: "b" }, { value: "c" }] },
  ]);
});

test.each([
  "defaults,_netdev",
  "rw,noauto,comment=x,x-systemd.automount,nofail",
  "log-level=WARNING,backup-volfile-servers=b:c",
  "acl,selinux,direct-io-mode=disable",
])("mount.glusterfs takes %s", (options) => {
  const findings = lintFiles({ "/etc/fstab": `a,b:/web /var/www glusterfs ${options} 0 0\n` });
  expect(findings.filter(({ rule }) => rule.startsWith("gluster/"))).toEqual([]);
});
