import { textOf } from "../../parsers/core/source.ts";
import { clusterRule } from "../rule.ts";
import { familyOf, networkName } from "./net.ts";
import { directorsOf, directServers, holdings, isInternal } from "./real-servers.ts";

export const drVipMask = clusterRule({
  id: "cluster/dr-vip-mask",
  severity: "error",
  summary: "A virtual address on lo must be a host address: /32, or /128 in IPv6",
  daemon: "silent",
  check(cluster, report) {
    for (const server of directServers(cluster))
      for (const held of holdings(server.node, server.vip)) {
        const { ip, prefix, prefixAt, at } = held;
        const bits = familyOf(ip) === 4 ? 32 : 128;
        if (!isInternal(held) || prefix === undefined || prefix === bits) continue;
        const dotted = textOf(prefixAt).includes(".");
        const mask = dotted ? "255.255.255.255" : `${bits}`;
        report(
          prefixAt,
          `${textOf(prefixAt)} makes all of ${networkName({ ip, prefix })} local to this machine: it reaches no other host of that network`,
          {
            related: directorsOf(server),
            ...(prefixAt.start === at.start
              ? {}
              : {
                  fix: { title: `replace with ${mask}`, safe: true, edits: [{ at: prefixAt, text: mask }] },
                }),
          },
        );
      }
  },
});
