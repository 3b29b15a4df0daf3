import type { Statement } from "../../parsers/core/tree.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

/** The sections whose keys corosync checks, with all that may stand in each. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  uidgid: ["uid", "gid"],
  member: ["memberaddr"],
};

export const closedSection = modelRule({
  id: "corosync/closed-section",
  severity: "error",
  summary:
    "uidgid and member must hold the keys that corosync allows there, and a file of uidgid.d uidgid alone",
  format: corosync,
  daemon: "rejects",
  check(_, report, { document }) {
    for (const { statement, place } of visitsOf(document)) {
      const keys = allowed[place];
      const { keyword, block } = statement;
      if (!keys || block || keyword.hole || keys.includes(keyword.value)) continue;
      report(
        keyword.at,
        `${keyword.value} may not stand in ${place}, only ${keys.join(" and ")}: corosync refuses the file`,
      );
    }
    if (!document.path.startsWith("/etc/corosync/uidgid.d/")) return;
    for (const { keyword } of document.tree.statements.filter(foreign))
      report(
        keyword.at,
        `${keyword.value} may not stand in a file of uidgid.d, only uidgid { … }: corosync refuses the file`,
      );
  },
});

const foreign = ({ keyword, block }: Statement): boolean =>
  !keyword.hole && keyword.value !== "" && !(block && keyword.value === "uidgid");
