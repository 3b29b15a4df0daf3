import { expect, test } from "vitest";
import { right, run } from "../cli/run.ts";
import { folderOf } from "../workspace/toy.ts";
import { lines, tool } from "./tools.ts";

const corosync = (key: string) => `totem {
    version: 2
    cluster_name: c
    transport: knet
    ${key}
}
nodelist {
    node {
        ring0_addr: 192.0.2.1
        name: n1
        nodeid: 1
    }
    node {
        ring0_addr: 192.0.2.2
        name: n2
        nodeid: 2
    }
}
quorum {
    provider: corosync_votequorum
    two_node: 1
}
`;
const cib = `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">
  <configuration>
    <crm_config/>
    <nodes/>
    <resources>
      <primitive id="f" class="stonith" type="fence_ipmilan">
        <instance_attributes id="f-i">
          <nvpair id="f-p" name="password" value="******"/>
        </instance_attributes>
      </primitive>
    </resources>
    <constraints/>
  </configuration>
  <status/>
</cib>
`;
/** What crmsh's report collects of a machine, as its collect.py names it. */
const member = (folder: string, files: Readonly<Record<string, string>>) => ({
  [`${folder}/sysinfo.txt`]: "#####Cluster info:\n",
  [`${folder}/crm_mon.txt`]: "",
  [`${folder}/permissions.txt`]: "",
  [`${folder}/RUNNING`]: "",
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])),
});
const crm = {
  "r/description.txt": "Please edit this template",
  ...member("r/n1", {
    "corosync.conf": corosync("token: 3000"),
    "cib.xml": cib,
    "cib.txt": "primitive f stonith:fence_ipmilan params password=******\n",
    "drbd.conf": 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n',
    "drbd.d/global_common.conf": "global { usage-count no; }\n",
    "drbd.d/r0.res": "resource r0 { nonsense; }\n",
    "pengine/pe-input-1.xml": "<cib/>",
  }),
  ...member("r/n2", { "corosync.conf": corosync("token: 4000"), "cib.xml": cib }),
};
const nodes = async (files: Readonly<Record<string, string>>, path: string) => {
  const { out } = await run(["nodes", path, "-f", "json"], { files });
  return (
    JSON.parse(out) as {
      name: string;
      cluster: string;
      files: { path: string; format: string }[];
    }[]
  ).map(({ name, cluster, files }) => [cluster, name, files.map(({ path, format }) => `${path} ${format}`)]);
};

test("the machines of a crm report are one cluster, their files found though they lie flat", async () => {
  expect(await nodes(crm, "r")).toEqual([
    [
      "r",
      "n1",
      [
        "r/n1/cib.xml cib",
        "r/n1/corosync.conf corosync",
        "r/n1/drbd.conf drbd",
        "r/n1/drbd.d/global_common.conf drbd",
        "r/n1/drbd.d/r0.res drbd",
      ],
    ],
    ["r", "n2", ["r/n2/cib.xml cib", "r/n2/corosync.conf corosync"]],
  ]);
});

test("they are compared, folder and archive alike", async () => {
  const folder = folderOf(crm);
  tool(folder, "tar", "cjf", "r.tar.bz2", "r");
  const plain = await lines(folder, "r");
  expect(plain.join("\n")).toMatch(/^r\/n1\/corosync\.conf:5:.*token 3000 here, 4000 on n2/m);
  expect(plain.join("\n")).toMatch(/^r\/n1\/drbd\.d\/r0\.res:1:.*nonsense/m);
  expect(plain.join("\n")).not.toContain("******");
  expect((await lines(folder, "r.tar.bz2")).map((line) => line.replaceAll("r.tar.bz2/", ""))).toEqual(plain);
});

test("without a CIB what the crm shell printed of it is read; what pcs printed is not", async () => {
  const of = (text: string) => nodes(member("r/n1", { "cib.txt": text }), "r");
  expect(
    await of("primitive f ocf:heartbeat:Dummy\nproperty cib-bootstrap-options: stonith-enabled=false\n"),
  ).toEqual([["r", "n1", ["r/n1/cib.txt crmsh"]]]);
  expect(
    (await run(["nodes", "r"], { files: member("r/n1", { "cib.txt": "Cluster Name: c\n" }) })).err,
  ).toContain("nothing to check");
});

const sos = "sosreport-web-2024-01-01-abcdef";

test("a sosreport is one machine, named by etc/hostname or by what hostname printed", async () => {
  const files = {
    [`${sos}/etc/keepalived/keepalived.conf`]: right,
    [`${sos}/sos_commands/host/hostname`]: "web1\n",
    [`${sos}/sos_commands/keepalived/keepalived.conf`]: right,
  };
  const path = `${sos}/etc/keepalived/keepalived.conf keepalived`;
  expect((await nodes(files, sos))[0]).toEqual([expect.any(String), "web1", expect.arrayContaining([path])]);
  const named = await nodes({ ...files, [`${sos}/etc/hostname`]: "web2\n" }, sos);
  expect(named[0]?.[1]).toBe("web2");
});

test("of a sosreport nothing is said of files that sos does not collect", async () => {
  const files = {
    "m/etc/keepalived/keepalived.conf": `${right}include /etc/keepalived/conf.d/*.conf\n`,
    "m/etc/hostname": "web1\n",
  };
  const whole = await lines(folderOf(files), "m");
  const part = await lines(folderOf({ ...files, "m/sos_commands/host/uptime": "" }), "m");
  expect(whole.join("\n")).toContain("conf.d");
  expect(part.join("\n")).not.toContain("conf.d");
});

test.each(["****", "******", "*********"])(
  "a secret masked as %s is neither weak nor different",
  async (mask) => {
    const of = (pass: string) =>
      right.replace(
        "eth0",
        `eth0\n    authentication {\n        auth_type PASS\n        auth_pass ${pass}\n    }`,
      );
    const files = {
      "c/n1/etc/keepalived/keepalived.conf": of(mask),
      "c/n2/etc/keepalived/keepalived.conf": of("k8Zq2mXw"),
    };
    const told = (await lines(folderOf(files), "c")).filter((line) => /auth/.test(line));
    const open = (
      await lines(folderOf({ ...files, "c/n1/etc/keepalived/keepalived.conf": of("secret") }), "c")
    ).filter((line) => /auth/.test(line));
    expect(open.length).toBeGreaterThan(told.length);
    expect(told.filter((line) => line.includes("differ") || line.includes("*"))).toEqual([]);
  },
);
