import { isIp4 } from "../../parsers/core/types.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

/** The longest prefixes that exec/totemknet.c takes: of IPv4, and of IPv6, which the schema holds. */
const longest = { ip4: 30, ip6: 64 };

export const nozzlePrefix = settledRule({
  id: "corosync/nozzle-prefix",
  severity: "warning",
  summary: "The network of a nozzle device must be of a size that corosync makes",
  format: corosync,
  daemon: "silent",
  check({ nozzle }, report) {
    const address = textOf(nozzle, "ipaddr");
    const prefix = numberOf(nozzle, "ipprefix");
    if (!address || !prefix || !isIp4(address.value)) return;
    if (prefix.value > longest.ip4 && prefix.value <= longest.ip6)
      report(
        prefix.word.at,
        `ipprefix ${prefix.value} is above ${longest.ip4}, the longest for IPv4: corosync makes no such device`,
        { related: [{ at: address.word.at, message: "IPv4" }] },
      );
  },
});
