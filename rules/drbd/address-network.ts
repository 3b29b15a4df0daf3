import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const addressNetwork = modelRule({
  id: "drbd/address-network",
  severity: "warning",
  summary: "The hosts of a resource should replicate over one network",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { hosts, connections, shown } of resources) {
      if (shown || connections.length > 0) continue;
      const direct = hosts.filter(
        ({ kind, statement }) =>
          kind === "on" && !statement.block?.statements.some(({ keyword }) => keyword.value === "proxy"),
      );
      const addresses = direct.flatMap(({ address }) => address ?? []);
      const [first] = addresses;
      for (const address of addresses) {
        if (addresses.length > 1 && /^127\.|^::1$/.test(address.ip))
          report(address.at, `address ${address.ip} is the host itself: the peer cannot reach it`);
        else if (first && !/^127\.|^::1$/.test(first.ip) && block(address.ip) !== block(first.ip))
          report(
            address.at,
            `address ${address.ip} is of another network than ${first.ip}: replication needs a router`,
            {
              related: [{ at: first.at, message: "the first host" }],
            },
          );
      }
    }
  },
});

/** The private network an address belongs to; an address family where it belongs to none. */
function block(ip: string): string {
  if (ip.includes(":")) return "ipv6";
  if (ip.startsWith("10.")) return "10.0.0.0/8";
  if (ip.startsWith("192.168.")) return "192.168.0.0/16";
  return /^172\.(1[6-9]|2\d|3[01])\./.test(ip) ? "172.16.0.0/12" : "public";
}
