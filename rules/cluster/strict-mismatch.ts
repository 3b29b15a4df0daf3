import { clusterRule } from "../rule.ts";
import { differences, listed } from "./compare.ts";
import { bothMaster, nodeName, relatedRouter } from "./disagree.ts";
import { isStrict } from "./strict.ts";
import { type Router, settingAt, versionOf, virtualRouters } from "./vrrp.ts";

export const strictMismatch = clusterRule({
  id: "cluster/strict-mismatch",
  severity: "error",
  summary: "Routers with authentication must agree on vrrp_strict, which switches it off",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const authentic = routers.filter((router) => router.instance.authentication && versionOf(router) === 2);
      for (const { one, others } of differences(authentic, (router) => String(isStrict(router)))) {
        const strict = isStrict(one) ? one : others[0]!;
        const lax = isStrict(one) ? others : [one];
        report(
          settingAt(strict, strictOf(strict)),
          `vrrp_strict here, but not on ${listed(lax.map(nodeName))}: this router sends no password, so ${bothMaster}`,
          { related: lax.map((other) => relatedRouter(other, other.instance.authentication?.type)) },
        );
      }
    }
  },
});

const strictOf = ({ instance, document }: Router) => instance.strictMode ?? document.model.globals.vrrpStrict;
