import { type Column, none, proof } from "../column.ts";

const one = `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0">
  <configuration>
    <crm_config>
      <cluster_property_set id="opts">
        <nvpair id="o-1" name="stonith-enabled" value="false"/>
        <nvpair id="o-2" name="no-quorum-polic" value="ignore"/>
        <nvpair id="o-3" name="default-resource-stickiness" value="1"/>
      </cluster_property_set>
    </crm_config>
    <nodes>
      <node id="1" uname="node1"/>
      <node id="2" uname="node2"/>
      <node id="3" uname="node1"/>
    </nodes>
    <resources>
      <primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">
       <operations>
          <op id="vip-m" name="monitor" interval="10s" on-fail="restart"/>
        </operations>
      </primitive>
    </resources>
    <constraints>
      <rsc_location id="l-1" rsc="vip" node="node1" score="INFINITY"/>
      <rsc_location id="l-2" rsc="vipp" node="node1" score="1"/>
    </constraints>
  </configuration>
</cib>
`;

export const cib: Column = {
  format: "cib",
  files: {
    "node1/var/lib/pacemaker/cib/cib.xml": one,
    "node1/etc/hostname": "node1\n",
    "node2/etc/hostname": "node2\n",
    "node2/var/lib/pacemaker/cib/cib.xml": one.replace('rsc="vip" node="node1"', 'rsc="vip" node="node2"'),
  },
  cells: {
    diagnostics: proof("", "no-quorum-polic"),
    related: proof("", "/node1/var/lib/pacemaker/cib/cib.xml"),
    tags: none("nothing in it is old or without effect"),
    keywords: proof("<cl‸\n      <primitive", "clone", "<primitive"),
    values: proof('on-fail="‸"', "restart", 'on-fail="restart"'),
    names: proof('rsc="‸" node="node1" score="INF', "vip", 'rsc="vip" node="node1" score="INF'),
    files: none("no attribute is a path of the configuration"),
    resolve: proof("<cl‸\n      <primitive", "clone", "<primitive"),
    snippets: none("an element is closed as the editor closes XML"),
    hover: proof("<primi‸tive", "primitive"),
    signature: proof('primitive id="v‸ip"', "primitive"),
    definition: proof('rsc="v‸ip"', "node1/var/lib/pacemaker/cib/cib.xml:16 vip"),
    references: proof('primitive id="v‸ip"', "node2/var/lib/pacemaker/cib/cib.xml:23 vip"),
    highlight: proof('primitive id="v‸ip"', "line 23"),
    rename: proof('primitive id="v‸ip"', 'rsc="renamed" node="node1"'),
    symbols: proof("", "vip"),
    workspaceSymbols: proof("", "vip"),
    fix: proof("", 'name="no-quorum-policy"'),
    fixAll: proof("", "resource-stickiness"),
    explain: proof("", "pacemaker/stonith-disabled"),
    open: proof("", "/node1/var/lib/pacemaker/cib/cib.xml"),
    format: none("its lay-out is left as it is"),
    formatRange: none("its lay-out is left as it is"),
    formatOnType: none("its lay-out is left as it is"),
    folding: proof("", "2 to "),
    selection: proof("<primi‸tive", "steps"),
    tokens: proof("", "keyword"),
    links: none("no attribute is a path of the configuration"),
    hints: none("no unit, and no name that is counted"),
    lenses: none("no unit, and no name that is counted"),
    calls: none("no statement hands requests to another"),
  },
};
