import { isIp4 } from "../../parsers/core/types.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { titleOf } from "./servers.ts";

export const persistenceMask = modelRule({
  id: "lvs/persistence-mask",
  severity: "warning",
  summary: "persistence_granularity must be a netmask of the service's family",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers) {
      const { persistenceGranularity: mask } = service;
      if (!mask) continue;
      const dotted = isIp4(mask.value);
      const { family } = membersOf(service);
      if (dotted && family === 6)
        report(
          mask.word.at,
          `persistence_granularity ${mask.value} is a netmask of IPv4, and ${titleOf(service)} is IPv6: keepalived ignores it`,
          {
            severity: "error",
            daemon: "rejects",
          },
        );
      else if (!dotted && family === 4 && /^\d+$/.test(mask.value))
        report(
          mask.word.at,
          `persistence_granularity ${mask.value} is the mask 0.0.0.${mask.value} in IPv4, not a prefix length: clients are mixed up`,
        );
      else if (dotted && !/^1*0*$/.test(bitsOf(mask.value)))
        report(
          mask.word.at,
          `persistence_granularity ${mask.value} has gaps: clients of unrelated networks share a server`,
        );
    }
  },
});

const bitsOf = (mask: string): string =>
  mask
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
