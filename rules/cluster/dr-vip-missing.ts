import { span } from "../../parsers/core/source.ts";
import { clusterRule, type Fix } from "../rule.ts";
import type { Node } from "./model.ts";
import { familyOf } from "./net.ts";
import { directorsOf, directServers, holdings, mentions, networkAt, tunnelServers } from "./real-servers.ts";

export const drVipMissing = clusterRule({
  id: "cluster/dr-vip-missing",
  severity: "error",
  summary: "A real server of lb_kind DR or TUN must have the virtual address",
  daemon: "silent",
  check(cluster, report) {
    for (const server of [...directServers(cluster), ...tunnelServers(cluster)]) {
      const { node, vip } = server;
      const isTunnel = !directServers(cluster).includes(server);
      const at = networkAt(node);
      const elsewhere = new RegExp(
        `(?<![\\d.:])${vip.replaceAll(".", "\\.")}(?![\\d:]|\\.\\d)|\\bREDIRECT\\b`,
      );
      if (!at || !node.facts.interfacesKnown || holdings(node, vip).length > 0 || mentions(node, elsewhere))
        continue;
      const [director] = directorsOf(server);
      const sender = server.served[0]!.balanced.node.name;
      report(
        at,
        isTunnel
          ? `no interface has virtual address ${vip}: ${sender} sends its packets here through a tunnel (lb_kind TUN), and this machine drops them`
          : `lo has no virtual address ${vip}: ${sender} sends its packets here unchanged (lb_kind DR), and this machine drops them`,
        {
          related: director ? directorsOf(server) : [],
          ...(isTunnel ? {} : { fix: append(node, at.source.text, vip, at) }),
        },
      );
    }
  },
});

/** A stanza at the end of the file, under the first alias that is free. */
function append(
  { facts }: Node,
  text: string,
  vip: string,
  { source }: { readonly source: Fix["edits"][0]["at"]["source"] },
): Fix {
  const names = facts.interfaces.map(({ name }) => name);
  let alias = 0;
  while (names.includes(`lo:${alias}`)) alias++;
  const six = familyOf(vip) === 6;
  const mask = six ? "128" : "255.255.255.255";
  const stanza = [
    `auto lo:${alias}`,
    `iface lo:${alias} inet${six ? "6" : ""} static`,
    `    address ${vip}`,
    `    netmask ${mask}`,
  ];
  const end = span(source, text.length, text.length);
  return {
    title: `append lo:${alias} with ${vip}`,
    safe: false,
    edits: [{ at: end, text: `${text.endsWith("\n") ? "" : "\n"}${stanza.join("\n")}\n` }],
  };
}
