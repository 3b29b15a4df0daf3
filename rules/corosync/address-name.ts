import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";

export const addressName = modelRule({
  id: "corosync/address-name",
  severity: "info",
  summary: "Where a name stands for an address, every resolver must know it",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    const named = nodes.flatMap((node) =>
      node.name ? [] : node.addresses.filter(({ numeric }) => !numeric),
    );
    for (const { value, word } of named)
      report(
        word.at,
        `${value} is a name: corosync binds to whatever this machine resolves it to, 127.0.1.1 too`,
      );
  },
});
