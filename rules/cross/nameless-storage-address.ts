import { plainIp } from "../cluster/net.ts";
import { nodeRule } from "../rule.ts";
import { drbdAddresses, ocfs2Addresses } from "./replication.ts";

export const namelessStorageAddress = nodeRule({
  id: "cross/nameless-storage-address",
  severity: "info",
  summary:
    "The address that storage is replicated on should have a name in /etc/hosts where the node's name has another",
  daemon: "silent",
  check(node, report) {
    const { names } = node.facts;
    const own = names.find(({ name, ip }) => name === node.name && !ip.startsWith("127."));
    if (!own) return;
    for (const { what, ip, at } of [...drbdAddresses(node), ...ocfs2Addresses(node)])
      if (!names.some((fact) => plainIp(fact.ip) === plainIp(ip)))
        report(
          at,
          `${what} talks on ${ip}, which has no name in /etc/hosts, where ${node.name} is ${own.ip}`,
          {
            related: [{ at: own.at, message: `the address of the name ${node.name}` }],
          },
        );
  },
});
