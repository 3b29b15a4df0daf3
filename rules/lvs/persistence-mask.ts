import { dotted, isIp4, isSolidMask, looseIp4Number } from "../../parsers/core/types.ts";
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
      const { value, word } = mask;
      const { family } = membersOf(service);
      const number = looseIp4Number(value);
      if (family === 6 && !isPrefix(value))
        report(
          word.at,
          isIp4(value)
            ? `persistence_granularity ${value} is a netmask of IPv4, and ${titleOf(service)} is IPv6: keepalived ignores it`
            : `persistence_granularity ${value} is no prefix length of 1 to 128: keepalived ignores it`,
          { severity: "error", daemon: "rejects" },
        );
      else if (family === 4 && number !== undefined && !isIp4(value))
        report(
          word.at,
          `persistence_granularity ${value} is the mask ${dotted(number)} in IPv4, not a prefix length: clients are mixed up`,
        );
      else if (isIp4(value) && number && !isSolidMask(number))
        report(
          word.at,
          `persistence_granularity ${value} has gaps: clients of unrelated networks share a server`,
        );
    }
  },
});

const isPrefix = (value: string): boolean =>
  /^\+?\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 128;
