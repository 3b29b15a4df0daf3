import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf, broadcastOf, networkOf, prefixOf, rangeOf } from "./addresses.ts";

const kinds: Readonly<Record<string, string>> = {
  multicast: "a multicast address",
  loopback: "a loopback address",
  unspecified: "the unspecified address",
  broadcast: "the broadcast address of every network",
};

export const vipNoHost = modelRule({
  id: "keepalived/vip-no-host",
  severity: "error",
  summary: "A virtual address must be one that a host can have",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const address of vrrpInstances.flatMap(addressesOf)) {
      const { ip } = address;
      if (!ip) continue;
      const prefix = prefixOf(address);
      const subnet = familyOf(ip.value) === 4 && prefix > 0 && prefix < 31;
      const kind =
        kinds[rangeOf(ip.value)] ??
        (subnet && networkOf(ip.value, prefix) === ip.value
          ? `the address of the network ${ip.value}/${prefix} itself`
          : subnet && broadcastOf(ip.value, prefix) === ip.value
            ? `the broadcast address of ${networkOf(ip.value, prefix)}/${prefix}`
            : undefined);
      if (kind) report(ip.word.at, `${ip.word.value} is ${kind}: no host can be reached under it`);
    }
  },
});
