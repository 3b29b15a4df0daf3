import { describe, expect, test } from "vitest";
import { cib } from "../../parsers/cib/index.ts";
import { positionAt } from "../../parsers/core/source.ts";
import { lintText } from "../support/cluster.ts";

const base = `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0">
  <configuration>
    <crm_config>
      <cluster_property_set id="cib-bootstrap-options">
        <nvpair id="fencing" name="stonith-enabled" value="true"/>
        <nvpair id="policy" name="no-quorum-policy" value="stop"/>
      </cluster_property_set>
    </crm_config>
    <nodes>
      <node id="1" uname="n1"/>
      <node id="2" uname="n2"/>
      <node id="3" uname="n3"/>
    </nodes>
    <resources>
      <primitive id="fence" class="stonith" type="fence_xvm"/>
      <primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">
        <instance_attributes id="vip-params">
          <nvpair id="vip-ip" name="ip" value="192.0.2.9"/>
        </instance_attributes>
        <operations>
          <op id="vip-monitor" name="monitor" interval="10s" timeout="20s"/>
        </operations>
      </primitive>
    </resources>
    <constraints>
      <rsc_location id="home" rsc="vip" node="n1" score="100"/>
    </constraints>
  </configuration>
</cib>
`;

const told = (text: string): string[] =>
  lintText(cib, text).map(({ rule, at }) => `${positionAt(at.source, at.start).line + 1} ${rule}`);

/** The mistakes that were given to crm_verify and to crm configure verify: each of these two misses some. */
describe("what the peers are asked", () => {
  test("the base is sound", () => {
    expect(told(base)).toEqual([]);
  });

  test.each([
    ["fencing without a device", /.*id="fence".*\n/, "", "5 pacemaker/stonith-no-device"],
    ["a misspelt property", "stonith-enabled", "stonith-enabeld", "5 pacemaker/property-unknown"],
    ["a location of an unknown resource", 'rsc="vip"', 'rsc="web"', "26 pacemaker/constraint-rsc-unknown"],
    ["a location on an unknown node", 'node="n1"', 'node="n9"', "26 pacemaker/constraint-node-unknown"],
    ["a misspelt parameter", 'name="ip"', 'name="ipp"', "18 pacemaker/agent-param"],
    ["an impossible address", "192.0.2.9", "192.0.2.999", "18 pacemaker/param-value"],
    ["an unknown agent", "IPaddr2", "IPadr2", "16 pacemaker/agent-unknown"],
    ["a constraint left by a move", 'id="home"', 'id="cli-prefer-vip"', "26 pacemaker/cli-constraint-left"],
    ["a misspelt policy", 'value="stop"', 'value="stopp"', "6 pacemaker/property-invalid"],
  ])("%s", (_name, from, to, expected) => {
    expect(told(base.replace(from, to))).toContain(expected);
  });
});
