import { type Column, none, proof } from "../column.ts";

const zerg = `auto lo eth0 eth0:0
iface lo inet loopback
iface eth0 inet static
	address 10.0.0.1
    netmask 255.255.255.0
	gatway 10.0.0.254
	network 10.0.0.0
	broadcast 10.0.0.0
	bond-mode active-backup
	mtu 1500
	up /usr/local/bin/up.sh
iface eth0:0 inet static
	address 10.0.0.1
	netmask 255.255.255.0
`;

export const interfaces: Column = {
  format: "interfaces",
  files: {
    "zerg/etc/network/interfaces": zerg,
    "zerg/etc/network/interfaces.d/vlan": "",
    "zerg/usr/local/bin/up.sh": "",
    "supermente/etc/network/interfaces": zerg,
  },
  cells: {
    diagnostics: proof("", "gatway"),
    related: proof("", "/zerg/etc/network/interfaces"),
    tags: none("nothing in it is old or without effect"),
    keywords: proof("	gat‸", "gateway", "	gatway 10.0.0.254"),
    values: proof("inet ‸\n	address", "dhcp", "inet static\n	address"),
    names: proof("auto lo ‸", "eth0", "auto lo eth0 eth0:0"),
    files: proof("source interfaces.d/‸\nauto", "vlan", "auto"),
    resolve: proof("	net‸\n", "mask", "	network 10.0.0.0\n"),
    snippets: none("stanzas have no closing mark to put the cursor before"),
    hover: proof("net‸mask", "netmask"),
    signature: proof("netmask ‸255.255.255.0\n	gat", "netmask"),
    definition: none("no setting names another"),
    references: none("no setting names another"),
    highlight: none("no setting names another"),
    rename: none("no setting names another"),
    symbols: proof("", "eth0"),
    workspaceSymbols: none("no stanza defines a name that others use"),
    fix: proof("", "	gateway 10.0.0.254"),
    fixAll: proof("", "	broadcast 10.0.0.255"),
    explain: proof("", "interfaces/option-typo"),
    open: proof("", "/zerg/etc/network/interfaces"),
    format: proof("", "\n	netmask 255.255.255.0\n	gatway"),
    formatRange: proof("    net‸mask", "\n	netmask 255.255.255.0\n	gatway"),
    formatOnType: proof("iface eth0:0 inet static\n‸\n", "inet static\n	\n", "iface eth0:0 inet static\n"),
    folding: proof("", "3 to 11"),
    selection: proof("net‸mask", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/local/bin/up.sh"),
    hints: proof("", "bytes"),
    lenses: none("no name that other lines count"),
    calls: none("no statement hands requests to another"),
  },
};
