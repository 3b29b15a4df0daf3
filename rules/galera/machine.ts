import { remembered } from "../../parsers/core/remembered.ts";
import { isTemplated } from "../../parsers/core/template.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { type MyCnf, type Option, type Server, serverOf } from "../../parsers/mycnf/model.ts";
import { variables } from "../../parsers/mycnf/names.ts";
import { documentsIn, type Node } from "../cluster/model.ts";
import type { Document, Targets } from "../rule.ts";

/** What all option files of a machine say of its server. */
export interface Machine extends Server {
  readonly documents: readonly Document<MyCnf>[];
  /** What nobody sets is really unset: all files were read, and no template's condition stands in them. */
  readonly whole: boolean;
  /** What makes it a Galera node: the library, or the cluster's address. */
  readonly member?: Word;
  /** wsrep_on says OFF: Galera is not wanted here. */
  readonly off: boolean;
}

/** Undefined where the machine has no option file. Files that no other one includes count after those that the server opens. */
export const machineOf = remembered((node: Node): Machine | undefined => machineIn(node.documents));

/** The same of a machine's documents, before its facts are gathered. */
export function machineIn(all: readonly Document[]): Machine | undefined {
  const documents = documentsIn(all, galera);
  return documents.length > 0 ? gathered(documents) : undefined;
}

function gathered(documents: readonly Document<MyCnf>[]): Machine {
  const server = serverOf(unique(documents.flatMap(({ model }) => model.options)));
  const { provider, clusterAddress } = server.wsrep;
  const member = (provider ?? clusterAddress)?.word;
  const off = /^(?:off|false|0)$/i.test(server.wsrep.on?.word.value ?? "");
  const whole = documents.every((document) => document.whole && !isTemplated(document.tree));
  return { ...server, documents, whole, off, ...(member ? { member } : {}) };
}

/** An option once, though two files include the one that it stands in. */
function unique(options: readonly Option[]): Option[] {
  const seen = new Map<string, Option>();
  for (const option of options) {
    const { source, start } = option.statement.at;
    seen.set(`${source.path}\0${start}`, option);
  }
  return [...seen.values()];
}

const ofMariadb = /^(?:mariadbd?|galera|client-server)$/;
const ofPercona = /percona|pxc/i;

/** Which server the files are for, by what only one of them has and by the target; undefined: either. */
export function brandOf(machine: Machine, targets: Targets): "mariadb" | "mysql" | undefined {
  const { documents, options, wsrep } = machine;
  const percona =
    options.some(({ name }) => name.startsWith("pxc_")) ||
    documents.some(({ path }) => ofPercona.test(path)) ||
    /percona|galera4\//i.test(wsrep.provider?.value ?? "");
  if (percona) return "mysql";
  if (targets.mariadb) return "mariadb";
  const groups = documents.flatMap(({ model }) => model.groups.map(({ name }) => name));
  const mariadb =
    groups.some((name) => ofMariadb.test(name)) ||
    wsrep.sstMethod?.value === "mariabackup" ||
    documents.some(({ path }) => /\/mariadb\.(?:cnf|conf\.d\/)/.test(path));
  if (mariadb) return "mariadb";
  const foreign = options.some(
    ({ name, prefixes }) => variables().mysql.has(name) && !prefixes.includes("loose"),
  );
  const mysql =
    foreign || /galera3\//.test(wsrep.provider?.value ?? "") || wsrep.sstMethod?.value === "clone";
  return mysql ? "mysql" : undefined;
}
