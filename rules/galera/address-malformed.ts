import { isBrokenIp4, isIp4 } from "../../parsers/core/types.ts";
import { memberRule } from "./member.ts";

export const addressMalformed = memberRule({
  id: "galera/address-malformed",
  severity: "error",
  summary: "What looks like an IPv4 address must be one",
  daemon: "silent",
  check({ wsrep: { nodeAddress, clusterAddress } }, report) {
    const entries = [...(nodeAddress ? [nodeAddress.value] : []), ...(clusterAddress?.value.nodes ?? [])];
    for (const { host, hostWord } of entries) {
      const meant = host.replace(/[lI]/g, "1").replace(/[oO]/g, "0").replaceAll(",", ".");
      const guess = meant !== host && /\d/.test(host) && isIp4(meant) ? meant : undefined;
      if (!guess && !isBrokenIp4(host)) continue;
      report(
        hostWord.at,
        `${host} is no address${guess ? ` (did you mean ${guess}?)` : ""}: Galera looks for a host of that name`,
        guess
          ? {
              fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: hostWord.at, text: guess }] },
            }
          : {},
      );
    }
  },
});
