import { type Column, none, proof } from "../column.ts";

const protoss = `cluster:
	node_count = 2
	name = web
	heartbeat_mod = local

node:
	ip_port = 7777
	ip_address = 10.0.0.2
	number = 1
	name = protoss
	cluster = web

node:
	ip_port = 7777 # o2net
	ip_address = 10.0.0.3
    number = 2
	name = terran
	cluster = web
`;

export const ocfs2: Column = {
  format: "ocfs2",
  files: {
    "protoss/etc/ocfs2/cluster.conf": protoss,
    "protoss/etc/hostname": "protoss\n",
    "protoss/etc/default/o2cb": "O2CB_ENABLED=true\nO2CB_BOOTCLUSTER=web\n",
    "terran/etc/hostname": "terran\n",
    "terran/etc/ocfs2/cluster.conf": protoss.replace("10.0.0.3", "10.0.0.4"),
  },
  cells: {
    diagnostics: proof("", "unknown keyword heartbeat_mod"),
    related: proof("", "/terran/etc/ocfs2/cluster.conf"),
    tags: none("nothing in it is old or without effect"),
    keywords: proof("	num‸\n	name = terran", "number", "    number = 2\n	name = terran"),
    values: proof("heartbeat_mode = ‸", "local global", "heartbeat_mod = local"),
    names: proof("	cluster = ‸\n\nnode", "web", "	cluster = web\n\nnode"),
    files: none("no setting is a path"),
    resolve: proof("	ip_p‸\n", "port", "	ip_port = 7777\n"),
    snippets: none("stanzas have no closing mark to put the cursor before"),
    hover: proof("ip_p‸ort", "port"),
    signature: proof("heartbeat_mode = ‸local", "heartbeat_mode", "heartbeat_mod = local"),
    definition: proof("cluster = w‸eb", "protoss/etc/ocfs2/cluster.conf:3 web"),
    references: proof("name = w‸eb", "protoss/etc/default/o2cb:2 web"),
    highlight: proof("name = w‸eb", "line 11"),
    rename: proof("name = ter‸ran", "renamed"),
    symbols: proof("", "terran"),
    workspaceSymbols: proof("", "terran"),
    fix: proof("", "	heartbeat_mode = local"),
    fixAll: proof("", "	ip_port = 7777\n	ip_address = 10.0.0.3"),
    explain: proof("", "schema/unknown-keyword"),
    open: proof("", "/terran/etc/ocfs2/cluster.conf"),
    format: proof("", "\n	number = 2"),
    formatRange: proof("    num‸ber = 2", "\n	number = 2"),
    formatOnType: proof("node:\n‸\n	ip_port = 7777\n", "node:\n	\n", "node:\n	ip_port = 7777\n"),
    folding: proof("", "6 to 11"),
    selection: proof("name = ter‸ran", "steps"),
    tokens: proof("", "keyword"),
    links: none("no setting is a path"),
    hints: none("no unit, and nothing that is reckoned"),
    lenses: proof("", "reference"),
    calls: none("no statement hands requests to another"),
  },
};
