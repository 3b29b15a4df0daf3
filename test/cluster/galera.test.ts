import { expect, test } from "vitest";
import { clusterOf, lintFiles } from "../support/cluster.ts";

const shared = `[mysqld]
binlog_format=ROW
default-storage-engine=innodb
innodb_autoinc_lock_mode=2
wsrep_on=ON
wsrep_provider=/usr/lib/galera/libgalera_smm.so
wsrep_provider_options="gcache.size=1G; socket.ssl_key=/k.pem; socket.ssl_cert=/c.pem; socket.ssl_ca=/a.pem"
wsrep_cluster_name=shop
wsrep_cluster_address="gcomm://10.0.0.1,10.0.0.2,10.0.0.3"
wsrep_sst_method=rsync
`;
const files = Object.fromEntries(
  [1, 2, 3].flatMap((n) => [
    [`db${n}/etc/mysql/conf.d/60-galera.cnf`, shared],
    [
      `db${n}/etc/mysql/conf.d/70-node.cnf`,
      `[mysqld]\nbind-address=10.0.0.${n}\nwsrep_node_name=db${n}\nwsrep_node_address=10.0.0.${n}\n`,
    ],
  ]),
);

test("a node's own settings count whichever of its files has them", () => {
  expect(lintFiles(files).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  const copied = { ...files, "db2/etc/mysql/conf.d/70-node.cnf": files["db1/etc/mysql/conf.d/70-node.cnf"]! };
  const rules = lintFiles(copied).map(({ rule }) => rule);
  expect(rules).toContain("cluster/galera-node-address-shared");
  expect(rules).toContain("cluster/galera-node-name-shared");
});

test("the ports of a node are those of its server and of replication", () => {
  const [db1] = clusterOf(files).nodes;
  expect(db1!.facts.ports.map(({ ip, port }) => `${ip ?? "*"}:${port}`)).toEqual([
    "10.0.0.1:3306",
    "*:4567",
    "*:4568",
    "*:4444",
  ]);
});
