import { isIp4 } from "../../parsers/core/types.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { modelRule } from "../rule.ts";

export const serviceAddress = modelRule({
  id: "heartbeat/service-address",
  format: haresources,
  severity: "error",
  summary: "A service address is an IPv4 address with an optional prefix, interface and broadcast address",
  daemon: "silent",
  check({ groups }, report) {
    for (const { address } of groups.flatMap(({ resources }) => resources)) {
      if (!address) continue;
      const { ip, mask, broadcast } = address;
      if (/^[\d.]+$/.test(ip.value) && !isIp4(ip.value))
        report(
          ip.word.at,
          `${ip.value} is not an IPv4 address: the resource cannot start and the group is given up`,
        );
      if (mask && /^\d+$/.test(mask.value) && Number(mask.value) > 32)
        report(mask.word.at, `a prefix of ${mask.value} is more than the 32 bits of an address`);
      if (mask && !/^\d/.test(mask.value))
        report(
          mask.word.at,
          `${mask.value} stands where the prefix belongs: an address is ip/prefix/interface/broadcast`,
        );
      if (broadcast && !isIp4(broadcast.value))
        report(broadcast.word.at, `${broadcast.value} is not an IPv4 address`);
    }
  },
});
