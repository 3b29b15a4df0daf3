import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf } from "./addresses.ts";
import { title } from "./statements.ts";

export const unicastAddressIsVip = modelRule({
  id: "keepalived/unicast-address-is-vip",
  severity: "error",
  summary: "A router must not send adverts from or to a virtual address",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    const vips = new Map(
      vrrpInstances.flatMap((owner) =>
        addressesOf(owner).flatMap((address) =>
          address.ip ? [[plainIp(address.ip.value), { owner, ip: address.ip }] as const] : [],
        ),
      ),
    );
    for (const { unicastSrcIp, mcastSrcIp, unicastPeers } of vrrpInstances)
      for (const address of [unicastSrcIp, mcastSrcIp, ...unicastPeers.map(({ ip }) => ip)]) {
        const vip = address && vips.get(plainIp(address.value));
        if (!vip) continue;
        const word =
          address.statement.keyword.at === address.word.at ? "peer" : address.statement.keyword.value;
        report(
          address.word.at,
          `${word} ${address.value} is a virtual address of ${title(vip.owner)}: it moves away with the next failover`,
          {
            related: [{ at: vip.ip.word.at, message: "the virtual address" }],
          },
        );
      }
  },
});
