import { type Column, none, proof } from "../column.ts";

const node1 = `totem {
    version: 2
    cluster_name: ha
    transport: knet
    crypto_ciphr: aes256
    rrp_mode: none
    token: 3000
}
nodelist {
  node {
        ring0_addr: 10.0.0.1
        name: node1
        nodeid: 1
    }
    node {
        ring0_addr: 10.0.0.2
        name: node2
        nodeid: 02
    }
}
quorum {
    provider: corosync_votequorum
    two_node: 1
}
logging {
    to_logfile: yes
    logfile: /var/log/corosync/corosync.log
}
`;

export const corosync: Column = {
  format: "corosync",
  files: {
    "node1/etc/corosync/corosync.conf": node1,
    "node1/var/log/corosync/corosync.log": "",
    "node1/etc/hostname": "node1\n",
    "node2/etc/hostname": "node2\n",
    "node2/etc/corosync/corosync.conf": node1.replace("token: 3000", "token: 5000"),
  },
  cells: {
    diagnostics: proof("", "unknown keyword crypto_ciphr"),
    related: proof("", "/node2/etc/corosync/corosync.conf"),
    tags: proof("", "schema/deprecated-keyword deprecated"),
    keywords: proof(
      "    tok‸\n}\nnodelist",
      "token_retransmits_before_loss_const",
      "    token: 3000\n}\nnodelist",
    ),
    values: proof("transport: ‸", "knet udp udpu", "transport: knet"),
    names: proof("name: ‸", "node2", "name: node2"),
    files: proof("logfile: /var/log/corosync/‸", "corosync.log", "logfile: /var/log/corosync/corosync.log"),
    resolve: proof("    crypto_c‸", "aes256", "    crypto_ciphr: aes256"),
    snippets: proof("que‸\nquorum", "quorum {", "quorum"),
    hover: proof("tok‸en: 3000", "token"),
    signature: proof("transport: ‸knet", "transport knet|udp|udpu"),
    definition: proof("name: nod‸e2", "node2/etc/hostname:1 node2"),
    references: proof("name: nod‸e2", "node2/etc/corosync/corosync.conf:17 node2"),
    highlight: proof("name: nod‸e2", "line 17"),
    rename: proof("name: nod‸e2", "name: renamed"),
    symbols: proof("", "nodelist"),
    workspaceSymbols: proof("", "node2"),
    fix: proof("", "    crypto_cipher: aes256"),
    fixAll: proof("", "nodeid: 2\n"),
    explain: proof("", "schema/unknown-keyword"),
    open: proof("", "/node2/etc/corosync/corosync.conf"),
    format: proof("", "\n    node {\n        ring0_addr: 10.0.0.1"),
    formatRange: proof(
      "  no‸de {\n        ring0_addr: 10.0.0.1",
      "\n    node {\n        ring0_addr: 10.0.0.1",
    ),
    formatOnType: proof("nodeid: 1\n  }‸", "nodeid: 1\n    }", "nodeid: 1\n    }"),
    folding: proof("", "1 to 7"),
    selection: proof("name: nod‸e2", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/var/log/corosync/corosync.log"),
    hints: proof("", "quorum 1 of 2 votes"),
    lenses: none("no name that other lines count"),
    calls: none("no statement hands requests to another"),
  },
};
