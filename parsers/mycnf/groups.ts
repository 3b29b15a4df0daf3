/** Groups that MariaDB's server reads; those with a version only if it is of that version (`mariadbd --help`). */
const families = ["mysqld", "server", "mariadb", "mariadbd", "client-server", "galera"] as const;

export type ServerGroup = (typeof families)[number];

/** Groups that MySQL's server reads as well. */
export const mysqlGroups: readonly string[] = ["mysqld", "server"];

/** The group in lower case, without a version or suffix: "mysqld" for `[mysqld-10.11]`. */
export function groupName(written: string): string {
  const name = written.toLowerCase();
  const family = /^(mysqld|mariadbd?)-\d[\d.]*$/.exec(name)?.[1];
  return family ?? name;
}

export const isServerGroup = (name: string): name is ServerGroup =>
  (families as readonly string[]).includes(name);
