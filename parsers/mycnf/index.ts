import type { Format } from "../core/format.ts";
import { templated } from "../core/templated.ts";
import { type MyCnf, modelOf } from "./model.ts";
import { parse, read } from "./read.ts";
import { galeraSchema } from "./schema.ts";
import { galeraTypes } from "./types.ts";

const group = /^[ \t]*\[(?:mysqld|mariadbd?|server|galera|client-server)(?:-[\d.]+)?[ \t]*\]/im;

/** The option files of MySQL and MariaDB, read for what they say of Galera. */
export const galera: Format<MyCnf> = templated({
  id: "galera",
  title: "my.cnf",
  files: [
    "/etc/my.cnf",
    "/etc/my.cnf.d/**/*.cnf",
    "/etc/mysql/**/*.cnf",
    "/etc/percona-xtradb-cluster.cnf",
    "/etc/percona-xtradb-cluster.conf.d/*.cnf",
  ],
  names: ["my.cnf", "mariadb.cnf", "galera.cnf", "*galera*.cnf", "mysqld.cnf"],
  roots: ["/etc/my.cnf", "/etc/mysql/my.cnf", "/etc/mysql/mariadb.cnf", "/etc/percona-xtradb-cluster.cnf"],
  looksLike: (head) => group.test(head),
  schema: galeraSchema,
  types: galeraTypes,
  parse,
  read,
  model: modelOf,
});
