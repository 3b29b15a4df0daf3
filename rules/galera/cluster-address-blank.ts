import { memberRule } from "./member.ts";

export const clusterAddressBlank = memberRule({
  id: "galera/cluster-address-blank",
  severity: "error",
  summary: "The list of wsrep_cluster_address must have no blanks",
  daemon: "silent",
  check({ wsrep: { clusterAddress } }, report) {
    for (const { at, value } of clusterAddress?.value.blanks ?? [])
      report(
        at,
        `the blank counts as a part of ${JSON.stringify(value)}: Galera cannot resolve it, and this node is never asked`,
        {
          fix: { title: "delete the blank", safe: true, edits: [{ at, text: value.trim() }] },
        },
      );
  },
});
