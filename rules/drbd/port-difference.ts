import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const portDifference = modelRule({
  id: "drbd/port-difference",
  severity: "info",
  summary: "The hosts of a resource should use the same port",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { hosts } of resources) {
      const on = hosts.flatMap(({ kind, address }) => (kind === "on" && address ? [address] : []));
      const [first, ...others] = on;
      for (const address of others)
        if (first && address.port !== first.port && address.ip !== first.ip)
          report(
            address.at,
            `port ${address.port} here, ${first.port} on the other host: firewalls must open both`,
            {
              related: [{ at: first.at, message: "the other host" }],
            },
          );
    }
  },
});
