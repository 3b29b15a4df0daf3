import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { isCopy, isWithoutRank } from "./copies.ts";
import { instanceAt, type Router, virtualRouters } from "./vrrp.ts";

export const copiedFile = clusterRule({
  id: "cluster/copied-file",
  severity: "error",
  summary: "The routers of one virtual router must not have the same keepalived.conf, letter by letter",
  daemon: "silent",
  check(cluster, report) {
    const told = new Set<string>();
    for (const routers of virtualRouters(cluster))
      for (const [i, router] of routers.entries()) {
        const copies = routers.slice(i + 1).filter((other) => isCopy(router, other));
        const { path } = router.document.tree.source;
        const isMeant = isWithoutRank(router) && !router.instance.unicastSrcIp;
        if (copies.length === 0 || told.has(path) || isMeant) continue;
        for (const { document } of [router, ...copies]) told.add(document.tree.source.path);
        report(
          instanceAt(router),
          `the whole file is also that of ${listed(copies.map(({ node }) => node.name))}: ${consequence(router)}`,
          { related: copies.map((copy) => ({ at: instanceAt(copy), message: "the same text" })) },
        );
      }
  },
});

const consequence = ({ instance }: Router): string =>
  instance.unicastSrcIp
    ? "unicast_src_ip is no address of one of them, whose instance stays in FAULT"
    : "nothing says who should be master";
