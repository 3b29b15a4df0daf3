import type { Proxy, ProxyOption } from "../../parsers/haproxy/modelProxy.ts";
import { chainOf } from "./proxies.ts";

const kinds = new Set([
  "httpchk",
  "tcp-check",
  "mysql-check",
  "pgsql-check",
  "redis-check",
  "smtpchk",
  "ldap-check",
  "ssl-hello-chk",
  "spop-check",
  "external-check",
]);

/** Whether an option of this name chooses how servers are checked. */
export const checkKind = (name: string): boolean => kinds.has(name);

/** The `option` that chooses how this proxy checks its servers: its last one, else that of its defaults. */
export function checkOf(proxy: Proxy): ProxyOption | undefined {
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) {
    const option = one.options.findLast(({ name, on }) => on && checkKind(name));
    if (option) return option;
  }
  return undefined;
}

/** Its `http-check` and `tcp-check` lines with those of its defaults. */
export const checkLines = (proxy: Proxy, keyword: "http-check" | "tcp-check") =>
  chainOf(proxy).flatMap(({ checks }) => checks.filter((line) => line.keyword === keyword));

/** Whether a step of its checks says where to connect, which the server lines then need not. */
export const connects = (proxy: Proxy): boolean =>
  chainOf(proxy).some(({ checks }) =>
    checks.some(({ action, args }) => action === "connect" && args.length > 0),
  );

/** A step of its checks opens a TLS connection, whatever option chooses the checks. */
export const checksByTls = (proxy: Proxy): boolean =>
  [...checkLines(proxy, "http-check"), ...checkLines(proxy, "tcp-check")].some(
    ({ action, args }) => action === "connect" && args.some(({ value }) => value === "ssl"),
  );

/** Lines that describe the check itself; `http-check send-state` and `disable-on-404` do not. */
export const isCheckRule = (action: string): boolean =>
  /^(connect|send.*|expect|comment|set-var.*|unset-var.*)$/.test(action) && action !== "send-state";
