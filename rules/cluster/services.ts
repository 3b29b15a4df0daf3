/** One service under the names that distributions give its unit. */
const names: readonly (readonly string[])[] = [
  ["apache2", "httpd"],
  ["mariadb", "mysql", "mysqld"],
  ["postgresql"],
  ["nginx"],
  ["haproxy"],
  ["varnish"],
  ["squid", "squid3"],
  ["named", "bind9"],
  ["isc-dhcp-server", "dhcpd"],
  ["nfs-server", "nfs-kernel-server", "nfs"],
  ["slapd"],
  ["postfix"],
  ["dovecot"],
  ["redis-server", "redis"],
  ["rabbitmq-server"],
  ["asterisk"],
  ["vsftpd"],
  ["rsync", "rsyncd"],
  ["iscsid", "open-iscsi"],
  ["libvirtd"],
  ["docker"],
  ["drbd"],
  ["o2cb"],
  ["dlm"],
];

/** What resource agents start, by the name of the unit that would start it too. */
const agents: Readonly<Record<string, string>> = {
  "ocf:heartbeat:apache": "apache2",
  "ocf:heartbeat:mysql": "mariadb",
  "ocf:heartbeat:mariadb": "mariadb",
  "ocf:heartbeat:galera": "mariadb",
  "ocf:heartbeat:pgsql": "postgresql",
  "ocf:heartbeat:nginx": "nginx",
  "ocf:heartbeat:varnish": "varnish",
  "ocf:heartbeat:Squid": "squid",
  "ocf:heartbeat:named": "named",
  "ocf:heartbeat:dhcpd": "isc-dhcp-server",
  "ocf:heartbeat:nfsserver": "nfs-server",
  "ocf:heartbeat:slapd": "slapd",
  "ocf:heartbeat:postfix": "postfix",
  "ocf:heartbeat:dovecot": "dovecot",
  "ocf:heartbeat:redis": "redis-server",
  "ocf:heartbeat:rabbitmq-cluster": "rabbitmq-server",
  "ocf:heartbeat:rabbitmq-server-ha": "rabbitmq-server",
  "ocf:heartbeat:asterisk": "asterisk",
  "ocf:heartbeat:vsftpd": "vsftpd",
  "ocf:heartbeat:rsyncd": "rsync",
  "ocf:linbit:drbd": "drbd",
  "ocf:pacemaker:controld": "dlm",
};

/** A unit's name without its suffix and its instance: "postgresql" for postgresql@15-main.service. */
const plain = (name: string): string => name.replace(/\.service$/, "").replace(/@.*$/, "");

/** All names of the service that an agent starts; [] where it starts none that anything else starts. */
export function serviceOfAgent(agent: string): readonly string[] {
  const known = agents[agent];
  if (known) return aliases(known);
  const unit = /^(?:systemd|service|lsb):(.+)$/.exec(agent)?.[1];
  return unit ? aliases(unit) : [];
}

/** All names of a service. */
export const aliases = (service: string): readonly string[] =>
  names.find((group) => group.includes(plain(service))) ?? [plain(service)];

export const sameService = (a: string, b: string): boolean => aliases(a).includes(plain(b));
