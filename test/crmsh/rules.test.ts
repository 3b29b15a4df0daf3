import { expect, test } from "vitest";
import { textOf } from "../../parsers/core/source.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { lintText } from "../support/cluster.ts";

const base = "primitive a Dummy op monitor interval=10\nprimitive b Dummy op monitor interval=10\n";
const refusals = (text: string): string[] =>
  lintText(crmsh, `${base}${text}\n`)
    .filter(({ daemon }) => daemon === "rejects")
    .map(({ rule, at }) => `${rule} ${textOf(at)}`);

test.each([
  ["group g a b\ngroup h a", ["crmsh/shared-child a"]],
  ["clone ca a\ngroup g a b", ["crmsh/shared-child a"]],
  ["group g a b\nclone cg g\nms mg g", ["crmsh/shared-child g"]],
  ["group g a b\nclone cg g", []],
  ["acl_target joe nosuch", ["crmsh/missing-object nosuch"]],
  ["role r read xpath:/cib\nacl_target joe r", []],
  ["monitor zz 10s:20s", ["crmsh/missing-object zz"]],
  ["group g a nosuch", []],
  ["group g nosuch other", ["crmsh/missing-object nosuch", "crmsh/missing-object other"]],
  ["location l a rule $id-ref=nosuch", ["crmsh/missing-object nosuch"]],
  ["primitive c Dummy params $id=set state=/x\nprimitive d Dummy params $id-ref=set", []],
  ["primitive c Dummy params state=/x\nprimitive d Dummy params $id-ref=c-instance_attributes", []],
  ["rsc_defaults $id-ref=nosuch", []],
  ["role r read ref:nosuch", ["crmsh/missing-object nosuch"]],
  ["location l a rule $id=b -inf: #uname eq n", ["crmsh/duplicate-object b"]],
  [
    "primitive c Dummy params $id=x state=/x\nprimitive d Dummy params $id=x state=/y",
    ["crmsh/duplicate-object x"],
  ],
  ["primitive c Dummy \\\nprimitive c Dummy params state=/x", []],
  ["primitive c Dummy \\\nclone m nosuch", []],
  ["monitor a 20s:20s\nmonitor a 20s:30s", ["pacemaker/op-dup-interval 20s"]],
  [
    "primitive c Dummy params a:b=1 meta x/y=1 utilization u@v=1",
    ["crmsh/id-character a:b", "crmsh/id-character x/y", "crmsh/id-character u@v"],
  ],
  [
    "primitive c Dummy op monitor interval=+5 id=x\nprimitive d Dummy op monitor interval=10s foo:bar=1",
    ["crmsh/id-character foo:bar"],
  ],
  [
    "property a:b=1\nop_defaults c/d=1\nnode n attributes e:f=1",
    ["crmsh/id-character a:b", "crmsh/id-character c/d", "crmsh/id-character e:f"],
  ],
  ["node $id=1 n\nrsc_defaults 1a: migration-threshold=1", ["crmsh/id-character 1a"]],
  ["monitor a 20s,:30s", ["crmsh/id-character 20s,"]],
  ["user u role:r\nrole r read cib", ["schema/deprecated-keyword user"]],
  ["bundle bb docker images=x", ["schema/unknown-keyword images", "schema/missing-setting docker"]],
  ["bundle bb docker image=x network control-port=1 foo=bar primitive a", ["schema/unknown-keyword foo"]],
  [
    "bundle bb docker image=x network control-port=1 port-mapping id=p port=80 storage storage-mapping id=s source-dir=/a target-dir=/b options=rw primitive a meta target-role=Started",
    [],
  ],
])("crm 4.4 refuses %j", (text, expected) => {
  expect(refusals(text).sort()).toEqual([...expected].sort());
});

test("a level of fencing names devices, not what stands between them", () => {
  const named = (text: string): string[] =>
    lintText(crmsh, `${base}primitive f1 stonith:external/sbd op monitor interval=60s\n${text}\n`)
      .filter(({ rule }) => rule === "pacemaker/topology-device-unknown")
      .map(({ message }) => message);
  expect(named("fencing_topology alice: f1,")).toEqual([]);
  expect(named("fencing_topology alice : f1")).toEqual([
    "no fence device is named alice: this level of fencing always fails",
    ": is no name of a fence device: this level of fencing always fails",
  ]);
});
