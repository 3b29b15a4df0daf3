import type { Address } from "../../parsers/keepalived/model.ts";
import { clusterRule } from "../rule.ts";
import { differences, listed } from "./compare.ts";
import { bothMaster, nodeName, virtualRouterName } from "./disagree.ts";
import { addressSet, instanceAt, type Router, stated, virtualRouters } from "./vrrp.ts";

export const vipSetMismatch = clusterRule({
  id: "cluster/vip-set-mismatch",
  severity: "error",
  summary: "The routers of one virtual router must have the same virtual addresses",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const sets = new Map(routers.map((router) => [router, setsOf(router)]));
      const known = (router: Router): Sets => sets.get(router)!;
      const key = (router: Router): string | undefined => known(router).key;
      for (const { one, others } of differences(routers, key)) {
        const [other, ...more] = others as [Router, ...Router[]];
        const extra = only(known(one), known(other));
        const missing = only(known(other), known(one));
        if (extra.length + missing.length === 0) continue;
        const names = listed([other, ...more].map(nodeName));
        const [first] = extra;
        const what =
          extra.length === 0
            ? `virtual address ${shown(missing)} of ${names} is missing here`
            : missing.length === 0
              ? `virtual address ${shown(extra)} here, but not on ${names}`
              : `virtual address ${shown(extra)} here, ${shown(missing)} on ${names}`;
        report(first?.ip?.word.at ?? blockAt(one), `${what}: ${bothMaster}`, {
          related: [other, ...more].map((router) => ({
            at: only(known(router), known(one))[0]?.ip?.word.at ?? blockAt(router),
            message: `the other router of ${virtualRouterName(router)}`,
          })),
        });
      }
    }
  },
});

interface Sets {
  readonly advertised: ReadonlyMap<string, Address> | undefined;
  readonly excluded: ReadonlyMap<string, Address> | undefined;
  /** The advertised addresses in one order; undefined where one is not known. */
  readonly key: string | undefined;
}

function setsOf({ instance }: Router): Sets {
  const advertised = addressSet(instance.virtualIps);
  const excluded = addressSet(instance.excludedIps);
  return { advertised, excluded, key: advertised && excluded && [...advertised.keys()].sort().join(" ") };
}

/** Those that one advertises and the other neither advertises nor excludes, which cluster/vip-excluded-mismatch tells. */
const only = (one: Sets, other: Sets): Address[] =>
  [...(one.advertised ?? [])]
    .filter(([ip]) => !other.advertised?.has(ip) && !other.excluded?.has(ip))
    .map(([, address]) => address);

const shown = (addresses: readonly Address[]): string => listed(addresses.map(({ ip }) => ip?.value ?? ""));

const blockAt = (router: Router) => stated(router, "virtual_ipaddress")?.keyword.at ?? instanceAt(router);
