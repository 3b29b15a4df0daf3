import { textOf } from "../../parsers/core/source.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { plainName } from "../../parsers/mycnf/names.ts";
import { modelRule } from "../rule.ts";

/** Groups of the programs that transfer the state or arbitrate; what they read is theirs. */
const own = /^(?:sst|xtrabackup|mariabackup|mariadb-backup|garbd|embedded)$/;

export const wrongGroup = modelRule({
  id: "galera/wrong-group",
  format: galera,
  severity: "error",
  summary: "Settings of Galera must stand in a group that the server reads",
  daemon: "silent",
  check({ groups }, report) {
    for (const { name, word, server, options } of groups) {
      if (server || own.test(name) || !galera.schema.places.file?.keywords?.[name]) continue;
      for (const { written, statement } of options)
        if (plainName(written).startsWith("wsrep_"))
          report(
            statement.keyword.at,
            `${written} stands in [${textOf(word.at)}], which the server does not read: it is lost`,
            {
              related: [{ at: word.at, message: "the group" }],
            },
          );
    }
  },
});
