import { clusterRule } from "../rule.ts";
import { differences, listed } from "./compare.ts";
import { bothMaster, nodeName, relatedRouter } from "./disagree.ts";
import { isStrict } from "./strict.ts";
import { type Router, settingAt, stated, versionOf, virtualRouters } from "./vrrp.ts";

export const authMismatch = clusterRule({
  id: "cluster/auth-mismatch",
  severity: "error",
  summary: "The routers of one virtual router must have the same authentication",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster))
      for (const { one, others } of differences(routers, authOf))
        report(at(one), message(one, others), {
          related: others.map((other) => ({ ...relatedRouter(other, undefined), at: at(other) })),
        });
  },
});

const at = (router: Router) => {
  const { authentication } = router.instance;
  return (
    authentication?.pass?.word.at ?? authentication?.statement.keyword.at ?? settingAt(router, undefined)
  );
};

/** Type and password as the daemon compares them: the first 8 bytes count. undefined: not known, or told by another rule. */
function authOf(router: Router): string | undefined {
  const { authentication } = router.instance;
  if (versionOf(router) !== 2 || isStrict(router)) return undefined;
  if (!authentication) return stated(router, "authentication") ? undefined : "none";
  const { type, pass } = authentication;
  if (!type) return undefined;
  return pass ? `${type.value} ${firstBytes(pass.value)}` : undefined;
}

const firstBytes = (text: string): string => new TextEncoder().encode(text).slice(0, 8).join();

/** Passwords are named, never shown. */
function message(one: Router, others: readonly Router[]): string {
  const names = listed(others.map(nodeName));
  const type = (router: Router): string => router.instance.authentication?.type?.value ?? "none";
  const other = type(others[0]!);
  if (type(one) === other) return `auth_pass is not that of ${names}: ${bothMaster}`;
  return `auth_type ${type(one)} here, ${other} on ${names}: ${bothMaster}`;
}
