import { compareVersions } from "../../parsers/core/schema.ts";
import { positionAt } from "../../parsers/core/source.ts";
import { brandOf, type Machine } from "./machine.ts";
import { memberRule } from "./member.ts";

export const wsrepOnMissing = memberRule({
  id: "galera/wsrep-on-missing",
  severity: "error",
  summary: "A node of MariaDB must set wsrep_on",
  daemon: "silent",
  check(machine, report, targets) {
    const { member, whole, effective } = machine;
    if (!member || !whole || effective.has("wsrep_on") || brandOf(machine, targets) === "mysql") return;
    if (targets.mariadb && compareVersions(targets.mariadb, "10.1") < 0) return;
    const option = [...effective.values()].find(({ word }) => word === member);
    const at = option?.statement.at ?? member.at;
    const { column } = positionAt(at.source, at.start);
    const indent = at.source.text.slice(at.start - column, at.start);
    const fix = {
      title: "set wsrep_on=ON",
      safe: true,
      edits: [{ at: at.with({ end: at.start }), text: `wsrep_on=ON\n${indent}` }],
    };
    report(
      member.at,
      "wsrep_on is set nowhere: MariaDB 10.1 and later then run alone, without Galera and without a word",
      isReady(machine) ? { fix } : {},
    );
  },
});

/** Turned on without an address, the server would not start. */
const isReady = ({ effective, wsrep: { provider } }: Machine): boolean => {
  const address = effective.get("wsrep_cluster_address")?.value;
  return provider?.value.toLowerCase() === "none" || address?.hole === true || (address?.value ?? "") !== "";
};
