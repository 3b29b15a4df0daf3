import { grouped } from "../../parsers/core/remembered.ts";
import { clusterRule } from "../rule.ts";
import { differences, listed } from "./compare.ts";
import { nodesByShortName } from "./machines.ts";
import { networkName } from "./net.ts";
import { type StatedAddress, statedAddresses } from "./stated-addresses.ts";

export const addressContradiction = clusterRule({
  id: "cluster/address-contradiction",
  severity: "warning",
  summary: "Programs that reach a node on the same network must reach it at the same address",
  daemon: "silent",
  check(cluster, report) {
    const stated = statedAddresses(cluster).filter(
      ({ name, by }) => by !== "/etc/hosts" || !nodesByShortName(cluster).get(name)?.facts.addressesKnown,
    );
    const agreed = agreements(stated);
    for (const of of grouped(stated, ({ name, ip }) => `${name} ${networkOf(ip)}`).values()) {
      const claims = [...grouped(of, ({ by, ip }) => `${by} ${ip}`).values()].map((same) => same[0]!);
      if (new Set(claims.map(({ by }) => by)).size < 2) continue;
      for (const { one, others } of differences(claims, ({ ip }) => ip)) {
        if (one.by === "/etc/hosts" || !others.every((other) => other.ip === others[0]?.ip)) continue;
        const proven = others.filter((other) => agreed.get(one.name, one.by, other.by));
        if (proven.length === 0 || stated.some(({ name, ip }) => name !== one.name && ip === one.ip))
          continue;
        const theirs = listed([...new Set(others.map(({ by }) => by))].filter((by) => by !== one.by));
        for (const { at, by } of of.filter((same) => same.by === one.by && same.ip === one.ip))
          report(
            at,
            `${one.name} is ${one.ip} for ${by}, ${others[0]!.ip} for ${theirs}, with which it agrees on other nodes`,
            {
              related: proven.map((other) => ({
                at: other.at,
                message: `where ${other.by} reaches ${one.name}`,
              })),
            },
          );
      }
    }
  },
});

/** What two programs say of a node is compared where they agree on the address of some other node. */
function agreements(stated: readonly StatedAddress[]) {
  const pairs = new Map<string, Set<string>>();
  for (const of of grouped(stated, ({ name, ip }) => `${name} ${ip}`).values()) {
    const programs = new Set(of.map(({ by }) => by));
    for (const a of programs)
      for (const b of programs)
        if (a !== b) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? new Set()).add(of[0]!.name));
  }
  return {
    get: (name: string, a: string, b: string): boolean =>
      [...(pairs.get(`${a} ${b}`) ?? [])].some((other) => other !== name),
  };
}

/** The first three numbers of an IPv4 address, the first half of an IPv6 one: what most networks of a cluster are. */
const networkOf = (ip: string): string => networkName({ ip, prefix: ip.includes(":") ? 64 : 24 });
