import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { isLoopback } from "./links.ts";

export const loopbackAddress = modelRule({
  id: "corosync/loopback-address",
  severity: "error",
  summary: "The address of a node must be one that the others can reach",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    if (nodes.length < 2) return;
    for (const { addresses } of nodes)
      for (const { value, word, link } of addresses)
        if (isLoopback(value))
          report(
            word.at,
            `ring${link}_addr ${value} is the loopback address: no other node reaches this one`,
          );
  },
});
