import { type Column, none, proof } from "../column.ts";

const one = `/dev/sda1 / ext4 defaults 0 1
/dev/drbd0 /srv ocfs2 noatime,heartbeat=local 0 0
  /dev/sdb1 /srv ext4 noatme 0 0
/srv/www /var/www none bind 0 0
`;

export const fstab: Column = {
  format: "fstab",
  files: {
    "protoss/etc/fstab": one,
    "protoss/srv/www": "",
    "terran/etc/fstab": one.replace("/srv ocfs2", "/data ocfs2"),
  },
  cells: {
    diagnostics: proof("", "/srv"),
    related: proof("", "/protoss/etc/fstab"),
    tags: none("nothing in it is old or without effect"),
    keywords: proof("noa‸", "noatime", "noatme"),
    values: proof("/srv ‸ noatime", "ocfs2", "/srv ocfs2 noatime"),
    names: none("no line names another"),
    files: proof("/srv/‸ /var/www", "www", "/srv/www /var/www"),
    resolve: proof("noa‸", "access", "noatme"),
    snippets: none("a line has no block"),
    hover: proof("noat‸ime", "noatime"),
    signature: proof("/srv ‸ocfs2", "device"),
    definition: none("no line names another"),
    references: none("no line names another"),
    highlight: none("no line names another"),
    rename: none("no line names another"),
    symbols: proof("", "/srv"),
    workspaceSymbols: none("no line defines a name"),
    fix: proof("", "noatime"),
    fixAll: proof("", "noatime"),
    explain: proof("", "fstab/"),
    open: proof("", "/protoss/etc/fstab"),
    format: proof("", "\n/dev/sdb1 "),
    formatRange: proof("  /dev/s‸db1", "\n/dev/sdb1 "),
    formatOnType: proof("  /dev/s‸db1", "\n/dev/sdb1 "),
    folding: none("a line has no block"),
    selection: proof("noat‸ime", "steps"),
    tokens: proof("", "string"),
    links: proof("", "/srv/www"),
    hints: none("no unit, and nothing that is reckoned"),
    lenses: none("no name that other lines count"),
    calls: none("no line hands requests to another"),
  },
};
