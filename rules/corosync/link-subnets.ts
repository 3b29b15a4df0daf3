import { corosync } from "../../parsers/corosync/index.ts";
import { isLoopback, linksOf, networkOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const linkSubnets = settledRule({
  id: "corosync/link-subnets",
  severity: "info",
  summary: "The nodes of a link are usually in one network",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    for (const [link, all] of linksOf(nodes)) {
      const addresses = all.filter(({ value }) => !isLoopback(value));
      const first = addresses[0];
      if (!first) continue;
      const other = addresses.find(({ value }) => {
        const [a, b] = [networkOf(value, 2), networkOf(first.value, 2)];
        return a !== undefined && b !== undefined && a !== b;
      });
      if (other)
        report(
          other.word.at,
          `${other.value} and ${first.value} are in different networks on link ${link}: without a route the nodes do not meet`,
          {
            related: [{ at: first.word.at, message: `link ${link} of another node` }],
          },
        );
    }
  },
});
