import { type Column, none, proof } from "../column.ts";

const one = `[Unit]
Description=web
After=network.target
Requres=network-online.target

[Service]
Type=simple
ExecStart=/usr/local/bin/web
EnvironmentFile=/etc/default/web
  Restart=always
StartLimitInterval=5

[Instal]
WantedBy=multi-user.target
`;

export const systemd: Column = {
  format: "systemd",
  files: {
    "node1/etc/systemd/system/web.service": one,
    "node1/etc/default/web": "",
    "node1/usr/local/bin/web": "",
    "node2/etc/systemd/system/web.service": one.replace("Restart=always", "Restart=no"),
  },
  cells: {
    diagnostics: proof("", "unknown section Instal"),
    related: none("its findings speak of one place"),
    tags: none("nothing in it is old or without effect"),
    keywords: proof("Req‸", "Requires", "Requres=network-online.target"),
    values: proof("Type=‸", "oneshot", "Type=simple"),
    names: none("no setting names another of the file"),
    files: proof("EnvironmentFile=/etc/default/‸", "web", "EnvironmentFile=/etc/default/web"),
    resolve: proof("Req‸", "unit", "Requres=network-online.target"),
    snippets: none("sections have no closing mark to put the cursor before"),
    hover: proof("Ty‸pe=", "started"),
    signature: proof("Type=‸", "type", "Type=simple"),
    definition: none("no setting names another of the file"),
    references: none("no setting names another of the file"),
    highlight: none("no setting names another of the file"),
    rename: none("no setting names another of the file"),
    symbols: proof("", "Service"),
    workspaceSymbols: none("no setting defines a name"),
    fix: proof("", "\n[Install]\n"),
    fixAll: none("no fix of its rules is safe"),
    explain: proof("", "systemd/unknown-section"),
    open: none("its findings speak of one place"),
    format: none("its lay-out is left as it is"),
    formatRange: none("its lay-out is left as it is"),
    formatOnType: none("its lay-out is left as it is"),
    folding: proof("", "6 to 11"),
    selection: proof("Ty‸pe=", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/local/bin/web"),
    hints: none("no unit, and nothing that is reckoned"),
    lenses: none("no name that other lines count"),
    calls: none("no setting hands requests to another"),
  },
};
