import { overlap } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";
import { drbdAddresses, networkHere, ocfs2Addresses, underOcfs2 } from "./replication.ts";

export const drbdOcfs2Networks = nodeRule({
  id: "cross/drbd-ocfs2-networks",
  severity: "error",
  summary: "OCFS2 and the DRBD device under it must talk over the same network",
  daemon: "silent",
  check(node, report) {
    const resources = underOcfs2(node);
    for (const one of drbdAddresses(node)) {
      if (!one.resource || !resources.includes(one.resource)) continue;
      for (const other of ocfs2Addresses(node)) {
        const [mine, theirs] = [networkHere(node, one.ip), networkHere(node, other.ip)];
        if (!mine || !theirs || overlap(mine, theirs)) continue;
        report(
          one.at,
          `${one.what} replicates on ${mine.device}, OCFS2 on top of it talks on ${theirs.device}: when ${mine.device} fails alone, OCFS2 sees all nodes alive and both go on writing`,
          { related: [{ at: other.at, message: "the address of OCFS2" }] },
        );
      }
    }
  },
});
