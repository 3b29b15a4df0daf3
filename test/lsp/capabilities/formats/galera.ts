import { type Column, none, proof } from "../column.ts";

const one = `[client]
port = 3306

[mysqld]
wsrep_on = ON
wsrep_cluster_name = ha
wsrep_cluster_addres = gcomm://10.0.0.1,10.0.0.2
wsrep_provider = /usr/lib/galera/libgalera_smm.so
wsrep_node_name = one
wsrep_sst_method = rsync
  innodb_lock_wait_timeout = 50
binlog_format = STATEMENT
wsrep_causal_reads = ON
`;

export const galera: Column = {
  format: "galera",
  files: {
    "one/etc/mysql/conf.d/galera.cnf": one,
    "one/etc/mysql/conf.d/more.cnf": "",
    "one/usr/lib/galera/libgalera_smm.so": "",
    "two/etc/mysql/conf.d/galera.cnf": one.replace("wsrep_cluster_name = ha", "wsrep_cluster_name = hb"),
  },
  cells: {
    diagnostics: proof("", "wsrep_cluster_addres"),
    related: proof("", "/two/etc/mysql/conf.d/galera.cnf"),
    tags: proof("", "deprecated"),
    keywords: proof("wsrep_sst‸\n  innodb", "wsrep_sst_donor", "wsrep_sst_method = rsync\n  innodb"),
    values: proof("wsrep_on = ‸", "ON OFF", "wsrep_on = ON"),
    names: none("no setting names another"),
    files: proof("!include ‸\n[client]", "more.cnf", "[client]"),
    resolve: proof("wsrep_prov‸", "wsrep_provider", "wsrep_provider = /usr/lib/galera/libgalera_smm.so"),
    snippets: none("sections have no closing mark to put the cursor before"),
    hover: proof("wsrep_o‸n", "OFF"),
    signature: proof("binlog_format = ‸STATEMENT", "binlog_format"),
    definition: none("no setting names another"),
    references: none("no setting names another"),
    highlight: none("no setting names another"),
    rename: none("no setting names another"),
    symbols: proof("", "mysqld"),
    workspaceSymbols: none("no setting defines a name"),
    fix: proof("", "wsrep_cluster_address = gcomm"),
    fixAll: proof("", "wsrep_cluster_address = gcomm"),
    explain: proof("", "galera/"),
    open: proof("", "/two/etc/mysql/conf.d/galera.cnf"),
    format: proof("", "\ninnodb_lock_wait_timeout"),
    formatRange: proof("  innodb_lock‸_wait", "\ninnodb_lock_wait_timeout"),
    formatOnType: proof("= rsync\n  innodb‸_lock", "= rsync\ninnodb_lock", "= rsync\n  innodb_lock"),
    folding: proof("", "4 to 13"),
    selection: proof("wsrep_o‸n", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/lib/galera/libgalera_smm.so"),
    hints: none("no unit, and nothing that is reckoned"),
    lenses: none("no name that other lines count"),
    calls: none("no setting hands requests to another"),
  },
};
