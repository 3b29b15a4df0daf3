import { corosync } from "../../parsers/corosync/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { isLoopback } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";

export const corosyncAddressLoopback = nodeRule({
  id: "cross/corosync-address-loopback",
  severity: "error",
  summary: "A name that corosync listens on must not stand for a loopback address",
  daemon: "silent",
  check(node, report) {
    for (const { model } of documentsOf(node, corosync))
      for (const { value, numeric, link, word } of model.nodes.flatMap(({ addresses }) => addresses)) {
        const fact = numeric ? undefined : node.facts.names.find(({ name }) => name === value);
        if (!fact || !isLoopback(fact.ip)) continue;
        report(
          word.at,
          `ring${link}_addr ${value} is ${fact.ip} in /etc/hosts of this node: corosync binds to it and meets no other node`,
          { related: [{ at: fact.at, message: "the first line with this name" }] },
        );
      }
  },
});
