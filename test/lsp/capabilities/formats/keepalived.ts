import { type Column, none, proof } from "../column.ts";

const zerg = `global_defs {
    router_id zerg
    lvs_sync_daemon eth0 VI_1
}
include vip.conf
vrrp_script chk {
    script "/usr/local/bin/chk.sh"
    interval 2
}
vrrp_script spare {
    script /bin/true
}
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    lvs_sync_daemon_inteface eth0
    lvs_sync_daemon_interface eth0
    virtual_router_id 51
    priority 150
    advert_int 1
    track_script {
        chk
    }
    virtual_ipaddress {
      10.0.0.4/24
        10.0.0.5
    }
}
`;
const supermente = zerg
  .replace("advert_int 1", "advert_int 3")
  .replace("lvs_sync_daemon_inteface eth0\n", "")
  .replaceAll("zerg", "supermente");

export const keepalived: Column = {
  format: "keepalived",
  files: {
    "zerg/etc/keepalived/keepalived.conf": zerg,
    "zerg/etc/keepalived/vip.conf": "",
    "zerg/usr/local/bin/chk.sh": "",
    "supermente/etc/keepalived/keepalived.conf": supermente,
    "supermente/etc/keepalived/vip.conf": "",
  },
  cells: {
    diagnostics: proof("", "unknown keyword lvs_sync_daemon_inteface"),
    related: proof("", "/supermente/etc/keepalived/keepalived.conf"),
    tags: proof("", "schema/deprecated-keyword deprecated"),
    keywords: proof("    prio‸", "priority", "    priority 150"),
    values: proof("state ‸", "MASTER BACKUP", "state MASTER"),
    names: proof("        ch‸", "chk spare", "        chk"),
    files: proof("include ‸", "vip.conf", "include vip.conf"),
    resolve: proof("    virtual_r‸", "1 to 255", "    virtual_router_id 51"),
    snippets: proof("vrrp_ins‸\nglobal_defs", "vrrp_instance ${1:name} {", "global_defs"),
    hover: proof("prior‸ity 150", "1 to 255"),
    signature: proof("state ‸MASTER", "state MASTER|BACKUP"),
    definition: proof("        ch‸k", "zerg/etc/keepalived/keepalived.conf:6 chk"),
    references: proof("vrrp_script c‸hk", "supermente/etc/keepalived/keepalived.conf:21 chk"),
    highlight: proof("vrrp_script c‸hk", "line 22"),
    rename: proof("lvs_sync_daemon eth0 V‸I_1", "vrrp_instance renamed {"),
    symbols: proof("", "VI_1"),
    workspaceSymbols: proof("", "VI_1"),
    fix: proof("", "    lvs_sync_daemon_interface eth0\n    lvs_sync_daemon_interface eth0"),
    fixAll: proof("", "10.0.0.5/"),
    explain: proof("", "schema/unknown-keyword"),
    open: proof("", "/supermente/etc/keepalived/keepalived.conf"),
    format: proof("", "\n        10.0.0.4/24\n"),
    formatRange: proof("      10.0‸.0.4/24", "\n        10.0.0.4/24\n"),
    formatOnType: proof("10.0.0.5\n  }‸", "10.0.0.5\n    }", "10.0.0.5\n    }"),
    folding: proof("", "1 to 3"),
    selection: proof("ch‸k\n    }", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/local/bin/chk.sh"),
    hints: proof("", "3 on supermente"),
    lenses: proof("", "same instance on supermente"),
    calls: none("no statement hands requests to another"),
  },
};
