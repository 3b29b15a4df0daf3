import type { Address } from "../../parsers/keepalived/model.ts";
import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { nodeName, virtualRouterName } from "./disagree.ts";
import { familyOf, plainIp } from "./net.ts";
import { type Router, virtualRouters } from "./vrrp.ts";

export const vipPrefixMismatch = clusterRule({
  id: "cluster/vip-prefix-mismatch",
  severity: "warning",
  summary: "A virtual address must have the same prefix on all routers",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const all = routers.flatMap(held);
      for (const ip of new Set(all.map((one) => one.ip)))
        for (const { one, others } of differences(
          all.filter((held) => held.ip === ip),
          ({ prefix }) => prefix,
        ))
          report(
            one.address.at,
            `${ip} has ${one.prefix} here, ${valuesBy(
              others,
              ({ prefix }) => prefix,
              ({ router }) => nodeName(router),
            )}: whoever is master decides which hosts are reached directly`,
            {
              related: others.map(({ router, address }) => ({
                at: address.at,
                message: `the other router of ${virtualRouterName(router)}`,
              })),
            },
          );
    }
  },
});

interface Held {
  readonly router: Router;
  readonly ip: string;
  /** "/24"; keepalived takes /32 or /128 where none is written. */
  readonly prefix: string;
  readonly address: NonNullable<Address["ip"]>["word"];
}

const held = (router: Router): Held[] =>
  [...router.instance.virtualIps, ...router.instance.excludedIps].flatMap(({ ip, prefix }) => {
    if (!ip || ip.word.hole) return [];
    const bits = prefix?.value ?? (familyOf(ip.value) === 4 ? 32 : 128);
    return [{ router, ip: plainIp(ip.value), prefix: `/${bits}`, address: ip.word }];
  });
