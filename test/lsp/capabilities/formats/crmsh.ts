import { type Column, none, proof } from "../column.ts";

const one = `property stonith-enabled=false no-quorum-polic=ignore
primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.4 \\
    op monitor interval=10s on-fail=restart
primitive web systemd:apache2
group g vip web
ms m-web web
location l-1 g 100: node1
user bob read xpath:/cib
location l-2 gg 100: node1
 location l-3 g 50: node2
`;

export const crmsh: Column = {
  format: "crmsh",
  files: {
    "node1/root/cluster.crm": one,
    "node1/etc/hostname": "node1\n",
    "node2/etc/hostname": "node2\n",
    "node2/root/cluster.crm": one,
  },
  cells: {
    diagnostics: proof("", "no-quorum-polic"),
    related: proof("", "/node1/root/cluster.crm"),
    tags: proof("", "deprecated"),
    keywords: proof("prim‸\nprimitive web", "primitive", "primitive web"),
    values: proof("on-fail=‸", "restart", "on-fail=restart"),
    names: proof("group g vip ‸", "web", "group g vip web"),
    files: none("no setting is a path of the configuration"),
    resolve: proof("prim‸\nprimitive web", "agent", "primitive web"),
    snippets: none("statements have no braces"),
    hover: proof("primi‸tive vip", "agent"),
    signature: none("what follows a keyword stands in any order"),
    definition: proof("group g vi‸p", "node1/root/cluster.crm:2 vip"),
    references: proof("primitive vi‸p", "node2/root/cluster.crm:5 vip"),
    highlight: proof("primitive vi‸p", "line 5"),
    rename: proof("primitive vi‸p", "group g renamed web"),
    symbols: proof("", "vip"),
    workspaceSymbols: proof("", "vip"),
    fix: proof("", "no-quorum-policy=ignore"),
    fixAll: proof("", "no-quorum-policy"),
    explain: proof("", "pacemaker/stonith-disabled"),
    open: proof("", "/node1/root/cluster.crm"),
    format: proof("", "\nlocation l-3"),
    formatRange: proof(" location l‸-3", "\nlocation l-3"),
    formatOnType: proof(" location l‸-3", "\nlocation l-3"),
    folding: proof("", "2 to 3"),
    selection: proof("interval=1‸0s", "steps"),
    tokens: proof("", "keyword"),
    links: none("no setting is a path of the configuration"),
    hints: none("no unit, and no name that is counted"),
    lenses: none("no unit, and no name that is counted"),
    calls: none("no statement hands requests to another"),
  },
};
