import { type Column, none, proof } from "../column.ts";

const one = `checktimeout=3
checkintervl=1
virtual=10.0.0.4:80
	real=10.0.0.2:80 gate
	real=10.0.0.3:80 gate
	service=http
    scheduler=rr
	protocol=tcp
	quiescent=no # dead servers go
	checktype=negotiate 
	checkcommand=/usr/local/bin/check
virtual=10.0.0.4:80
	real=10.0.0.2:80 gate
	protocol=tcp
`;

export const ldirectord: Column = {
  format: "ldirectord",
  files: {
    "zerg/etc/ha.d/ldirectord.cf": one,
    "zerg/usr/local/bin/check": "",
    "supermente/etc/ha.d/ldirectord.cf": one.replace("scheduler=rr", "scheduler=wlc"),
  },
  cells: {
    diagnostics: proof("", "checkintervl"),
    related: proof("", "/zerg/etc/ha.d/ldirectord.cf"),
    tags: proof("", "ldirectord/unused-setting unnecessary"),
    keywords: proof("	sch‸\n	protocol", "scheduler", "    scheduler=rr\n	protocol"),
    values: proof("checktype=‸", "negotiate", "checktype=negotiate"),
    names: none("no setting names another"),
    files: proof("checkcommand=/usr/local/bin/‸", "check", "checkcommand=/usr/local/bin/check"),
    resolve: proof("checkint‸", "second", "checkintervl=1"),
    snippets: none("services have no closing mark to put the cursor before"),
    hover: proof("sched‸uler", "wrr"),
    signature: proof("checktype=‸negotiate", "checktype"),
    definition: none("no setting names another"),
    references: none("no setting names another"),
    highlight: none("no setting names another"),
    rename: none("no setting names another"),
    symbols: proof("", "10.0.0.4:80"),
    workspaceSymbols: none("no setting defines a name"),
    fix: proof("", "checkinterval=1"),
    fixAll: proof("", "\tquiescent=no# dead"),
    explain: proof("", "schema/"),
    open: proof("", "/zerg/etc/ha.d/ldirectord.cf"),
    format: none("its lay-out is left as it is"),
    formatRange: none("its lay-out is left as it is"),
    formatOnType: none("its lay-out is left as it is"),
    folding: proof("", "3 to 11"),
    selection: proof("sched‸uler", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/usr/local/bin/check"),
    hints: proof("", "s"),
    lenses: none("no name that other lines count"),
    calls: none("no setting hands requests to another"),
  },
};
