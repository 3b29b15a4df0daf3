import { compareVersions } from "../../parsers/core/schema.ts";
import { memberRule } from "./member.ts";

/** MariaDB's release whose account mysql@localhost lets the server's own user in through the socket. */
const byUser = "10.4";

export const sstAuth = memberRule({
  id: "galera/sst-auth",
  severity: "warning",
  summary: "A state transfer that logs in to the server needs an account",
  daemon: "silent",
  check({ effective, wsrep: { sstMethod: method }, documents, whole }, report, targets) {
    if (!method || !whole || effective.has("wsrep_sst_auth")) return;
    const old = targets.mariadb !== undefined && compareVersions(targets.mariadb, byUser) < 0;
    if (!/^(?:xtrabackup(?:-v2)?|mysqldump)$/.test(method.value) && !(old && method.value === "mariabackup"))
      return;
    const scripts = documents.flatMap(({ model }) =>
      model.groups.filter(({ name }) => /^(?:sst|xtrabackup|mariabackup|mariadb-backup|client)$/.test(name)),
    );
    if (scripts.some(({ options }) => options.some(({ name }) => name === "user"))) return;
    report(
      method.word.at,
      `${method.value} logs in to the server that gives the state, and no account is set: it is not let in`,
    );
  },
});
