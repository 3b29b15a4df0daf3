import { variables } from "../../parsers/mycnf/names.ts";
import { nodeRule } from "../rule.ts";
import { brandOf, machineOf } from "./machine.ts";

/** Names of MySQL's and what MariaDB calls the same. */
const successors: Readonly<Record<string, string>> = {
  wsrep_applier_threads: "wsrep_slave_threads",
  wsrep_applier_fk_checks: "wsrep_slave_fk_checks",
  wsrep_applier_uk_checks: "wsrep_slave_uk_checks",
  wsrep_restart_replica: "wsrep_restart_slave",
  log_replica_updates: "log_slave_updates",
};

export const foreignVariable = nodeRule({
  id: "galera/foreign-variable",
  severity: "error",
  summary: "MariaDB must not be given a variable that only MySQL has",
  daemon: "rejects",
  check(node, report, { targets }) {
    const machine = machineOf(node);
    if (!machine || brandOf(machine, targets) !== "mariadb") return;
    for (const { name, written, value, prefixes, statement } of machine.options) {
      if (name === "wsrep_osu_method" && value && !value.hole && /^nbo$/i.test(value.value))
        report(
          value.at,
          `${written} ${value.value} is known to MariaDB's Enterprise Server alone: the server of the community does not start with it`,
          { severity: "warning" },
        );
      if (!variables().mysql.has(name) || prefixes.includes("loose")) continue;
      const { at } = statement.keyword;
      const use = successors[name];
      report(
        at,
        `${written} is a variable of MySQL, with which MariaDB does not start${use ? `: its name for it is ${use}` : ""}`,
        {
          ...(use ? { fix: { title: `rename to ${use}`, safe: true, edits: [{ at, text: use }] } } : {}),
        },
      );
    }
  },
});
