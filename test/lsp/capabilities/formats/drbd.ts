import { type Column, none, proof } from "../column.ts";

const protoss = `resource r0 {
    protocol C;
    net {
        cram-hmac-alg sha1;
        sndbuf-siz 10M;
    }
    disk {
      resync-rate 100M;
    }
    syncer {
        rate 10M;
    }
    handlers {
        split-brain /usr/lib/drbd/notify-split-brain.sh root;
    }
    startup {
        wfc-timeout 120;
    }
    on protoss {
        device /dev/drbd0;
        disk /dev/sda1;
        address 10.0.0.2:7788;
        meta-disk internal;
    }
    on terran {
        device /dev/drbd0;
        disk /dev/sda1;
        address 10.0.0.3:7788;
        meta-disk internal;
    }
}
`;

export const drbd: Column = {
  format: "drbd",
  files: {
    "protoss/etc/drbd.d/r0.res": protoss,
    "protoss/etc/drbd.d/r1.res": "",
    "protoss/usr/lib/drbd/notify-split-brain.sh": "",
    "protoss/etc/hostname": "protoss\n",
    "terran/etc/hostname": "terran\n",
    "terran/etc/drbd.d/r0.res": protoss.replace("rate 10M", "rate 20M"),
  },
  cells: {
    diagnostics: proof("", "unknown keyword sndbuf-siz"),
    related: proof("", "/terran/etc/drbd.d/r0.res"),
    tags: proof("", "deprecated"),
    keywords: proof("    opt‸\n    startup", "options", "    startup"),
    values: proof("protocol ‸", "A B C", "protocol C"),
    names: proof("on ‸", "terran", "on terran"),
    files: proof('include "‸";\nresource', "r1.res", "resource"),
    resolve: proof("        sndbuf-‸", "size", "        sndbuf-siz 10M;"),
    snippets: proof("    sta‸\n    startup", "on ${1:HOST} {", "    startup"),
    hover: proof("proto‸col C", "C"),
    signature: proof("protocol ‸C", "protocol"),
    definition: proof("on ter‸ran", "terran/etc/hostname:1 terran"),
    references: proof("resource r‸0", "terran/etc/drbd.d/r0.res:1 r0"),
    highlight: proof("on ter‸ran", "line "),
    rename: proof("resource r‸0", "resource renamed {"),
    symbols: proof("", "r0"),
    workspaceSymbols: proof("", "r0"),
    fix: proof("", "        sndbuf-size 10M;"),
    fixAll: proof("", '"/usr/lib/drbd/notify-split-brain.sh root"'),
    explain: proof("", "schema/unknown-keyword"),
    open: proof("", "/terran/etc/drbd.d/r0.res"),
    format: proof("", "\n        resync-rate 100M;\n"),
    formatRange: proof("      resync‸-rate 100M", "\n        resync-rate 100M;\n"),
    formatOnType: proof("rate 10M;\n  }‸", "rate 10M;\n    }", "rate 10M;\n    }"),
    folding: proof("", "3 to 5"),
    selection: proof("cram‸-hmac-alg", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/lib/drbd/notify-split-brain.sh"),
    hints: proof("", "s"),
    lenses: proof("", "same resource on terran"),
    calls: none("no statement hands requests to another"),
  },
};
