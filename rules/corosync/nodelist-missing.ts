import { span } from "../../parsers/core/source.ts";
import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const nodelistMissing = settledRule({
  id: "corosync/nodelist-missing",
  severity: "error",
  summary: "corosync 3 must be given a nodelist",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check({ nodes, totem, interfaces }, report, { targets, document }) {
    const version = targets.corosync;
    const { source, statements } = document.tree;
    const at = nameOf(totem)?.at ?? (statements.length === 0 ? span(source, 0, 0) : undefined);
    if (!at || !document.root || nodes.length > 0 || !isKnetAge(version)) return;
    const old = !version && interfaces.some((part) => has(part, "bindnetaddr") || has(part, "member"));
    report(
      at,
      `no nodelist names the members: corosync 3 does not start${old ? ", only the releases before it do" : ""}`,
      {
        ...(old ? { severity: "warning" as const } : {}),
      },
    );
  },
});
