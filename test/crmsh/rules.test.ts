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
