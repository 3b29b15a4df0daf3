import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import type { Cluster, MountFact, Node, ServiceFact } from "./model.ts";

/** Servers that must be the only one to write their data, with where Debian keeps it. */
const databases: readonly { readonly service: RegExp; readonly name: string; readonly data: string }[] = [
  { service: /^postgresql(?:[@-].*)?$/, name: "postgresql", data: "/var/lib/postgresql" },
  { service: /^(?:mysqld?|mariadb)$/, name: "mysql", data: "/var/lib/mysql" },
  { service: /^mongod(?:b)?$/, name: "mongodb", data: "/var/lib/mongodb" },
  { service: /^slapd$/, name: "slapd", data: "/var/lib/ldap" },
];

export const sharedDatabase = clusterRule({
  id: "cluster/shared-database",
  severity: "error",
  summary: "A database whose files lie on a shared file system must run on one node only",
  daemon: "silent",
  check(cluster, report) {
    for (const { service, name, data } of databases) {
      const [first, ...others] = writers(cluster, service, data);
      if (!first || others.length === 0) continue;
      const shared = others.filter((other) => other.mount.device === first.mount.device);
      if (shared.length === 0) continue;
      report(
        first.start.at,
        `${name} is started here and on ${listed(shared.map(({ node }) => node.name))} over the same ${data} on ${first.mount.type}: two servers write the same files and destroy them`,
        {
          related: [
            ...shared.map(({ node, start }) => ({ at: start.at, message: `started on ${node.name} too` })),
            { at: first.mount.at, message: "the file system of all nodes" },
          ],
        },
      );
    }
  },
});

interface Writer {
  readonly node: Node;
  readonly start: ServiceFact;
  readonly mount: MountFact;
}

const writers = ({ nodes }: Cluster, service: RegExp, data: string): Writer[] =>
  nodes.flatMap((node): Writer[] => {
    const start = node.facts.services.find(({ name }) => service.test(name));
    const mount = sharedMount(node.facts.mounts, data);
    return start && mount ? [{ node, start, mount }] : [];
  });

const shared = /^(?:ocfs2|gfs2|gfs|glusterfs|fuse\.glusterfs|nfs4?|ceph|lustre)$/;
const isBelow = (path: string, root: string): boolean =>
  path === root || path.startsWith(root === "/" ? "/" : `${root}/`);

/** The shared file system that a path lies on, bind mounts followed. */
export function sharedMount(mounts: readonly MountFact[], path: string, depth = 0): MountFact | undefined {
  const holding = mounts.filter(({ point }) => isBelow(path, point));
  const mount = holding.reduce<MountFact | undefined>(
    (longest, one) => (one.point.length > (longest?.point.length ?? 0) ? one : longest),
    undefined,
  );
  if (!mount || depth > 10) return undefined;
  if (!mount.options.includes("bind") && !mount.options.includes("rbind"))
    return shared.test(mount.type) ? mount : undefined;
  return sharedMount(
    mounts.filter((one) => one !== mount),
    mount.device + path.slice(mount.point.length),
    depth + 1,
  );
}
