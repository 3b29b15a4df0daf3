import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

/** First octets that no interface between nodes has: this host, loopback, multicast, reserved. */
const unusable = (address: string): string | undefined => {
  const first = Number(address.split(".")[0]);
  if (first === 127) return "is the machine's own loopback: no other node reaches it";
  if (first === 0) return "is no address of a machine";
  return first >= 224 ? "is no address of one machine" : undefined;
};

export const unusableAddress = modelRule({
  id: "ocfs2/unusable-address",
  format: ocfs2,
  severity: "error",
  summary: "A node's address must be one that the other nodes can reach",
  daemon: "silent",
  check({ nodes }, report) {
    for (const { address } of nodes) {
      const why = address && unusable(address.value);
      if (why) report(address.word.at, `ip_address ${address.value} ${why}`);
    }
  },
});
