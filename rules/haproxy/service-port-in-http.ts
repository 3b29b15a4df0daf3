import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { running, titleOf } from "./proxies.ts";

/** Ports of services that do not speak HTTP. */
const services: Readonly<Record<number, string>> = {
  22: "ssh",
  25: "smtp",
  110: "pop3",
  143: "imap",
  389: "ldap",
  465: "smtps",
  587: "smtp",
  636: "ldaps",
  993: "imaps",
  995: "pop3s",
  1433: "sqlserver",
  1521: "oracle",
  1883: "mqtt",
  3306: "mysql",
  3389: "rdp",
  5432: "postgresql",
  5672: "amqp",
  6379: "redis",
  11211: "memcached",
  27017: "mongodb",
};
const checks = new Set(["mysql-check", "pgsql-check", "redis-check", "smtpchk", "ldap-check"]);

const isService = ({ port }: Address): boolean =>
  port !== undefined && !port.relative && services[port.low] !== undefined;

export const servicePortInHttp = modelRule({
  id: "haproxy/service-port-in-http",
  scope: "section",
  severity: "warning",
  summary: "A service that does not speak HTTP needs mode tcp",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (proxy.mode !== "http") continue;
      const check = proxy.options.find(({ name, on }) => on && checks.has(name));
      const found =
        proxy.binds.flatMap(({ addresses }) => addresses).find(isService) ??
        proxy.servers.find(({ address }) => address && isService(address))?.address;
      const at = check?.statement.at ?? found?.port?.at;
      const what = check
        ? `option ${check.name}`
        : `port ${found?.port?.low}, ${services[found?.port?.low ?? 0]}`;
      if (at) report(at, `${what}, in ${titleOf(proxy)}, which is of mode http: what is no HTTP is refused`);
    }
  },
});
