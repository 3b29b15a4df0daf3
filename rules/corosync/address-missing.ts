import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import type { ClusterNode } from "../../parsers/corosync/model.ts";
import { calledOf, nodeWord } from "./links.ts";
import { settledRule } from "./settled.ts";

export const addressMissing = settledRule({
  id: "corosync/address-missing",
  severity: "error",
  summary: "Each node must have an address",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report, { targets }) {
    const bare = nodes.filter(hasNone);
    const none = bare.length === nodes.length && isKnetAge(targets.corosync);
    for (const node of bare)
      report(
        nodeWord(node).at,
        none
          ? `${calledOf(node)} has no ring0_addr, nor has any node: corosync does not start`
          : `${calledOf(node)} has no ring0_addr: corosync leaves it out of the cluster without a word`,
        none ? { daemon: "stops" } : {},
      );
  },
});

const hasNone = ({ addresses, statements }: ClusterNode): boolean =>
  addresses.length === 0 && !statements.some(({ keyword }) => keyword.value.startsWith("ring"));
