import ipaddr from "ipaddr.js";
import { isIp4, isIp6 } from "../../parsers/core/types.ts";
import { addressOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, optionNamed } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const gatewayOffSubnet = modelRule<Interfaces>({
  id: "interfaces/gateway-off-subnet",
  severity: "error",
  summary: "A gateway must be another address of the stanza's own subnet",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    for (const stanza of stanzas) {
      const address = addressOf(stanza);
      const gateway = /^\S*/.exec(address?.gateway?.value ?? "")![0];
      if (!address || stanza.method !== "static" || optionNamed(stanza, "pointopoint")) continue;
      const { ip, version, prefix, at, prefixAt } = address;
      if (!(version === 4 ? isIp4(gateway) : isIp6(gateway) && !isLinkLocal(gateway))) continue;
      if (same(ip, gateway)) {
        report(address.gateway!.at, `gateway ${gateway} is ${stanza.name.value}'s own address`, {
          related: [{ at, message: "the address" }],
        });
      } else if (
        prefix !== undefined &&
        prefix < (version === 4 ? 32 : 128) &&
        !inSubnet(gateway, ip, prefix)
      )
        report(
          address.gateway!.at,
          `gateway ${gateway} is not in ${ip}/${prefix}: nothing beyond that subnet is reached`,
          { related: [{ at: prefixAt, message: prefixAt === at ? "the address" : "the subnet ends here" }] },
        );
    }
  },
});

const isLinkLocal = (ip: string): boolean => ipaddr.IPv6.parse(ip).range() === "linkLocal";
const same = (a: string, b: string): boolean =>
  ipaddr.parse(a).toNormalizedString() === ipaddr.parse(b).toNormalizedString();

function inSubnet(ip: string, subnet: string, prefix: number): boolean {
  const a = ipaddr.parse(ip);
  const b = ipaddr.parse(subnet);
  return a.kind() === b.kind() && (a.match as (other: typeof b, bits: number) => boolean)(b, prefix);
}
