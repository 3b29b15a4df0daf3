import { ldirectord } from "../../parsers/ldirectord/index.ts";
import type { VirtualService } from "../../parsers/ldirectord/model.ts";
import { modelRule } from "../rule.ts";
import { checktypeOf, negotiates, protocolOf, serviceOf } from "./services.ts";

/** The services whose checks read a setting (sub check_http, check_sql …). */
const readers: Readonly<Record<string, readonly string[]>> = {
  request: [
    "http",
    "https",
    "http_proxy",
    "ldap",
    "ldaps",
    "mysql",
    "pgsql",
    "oracle",
    "simpletcp",
    "ftp",
    "dns",
  ],
  receive: ["http", "https", "http_proxy", "ldap", "ldaps", "simpletcp", "ftp", "dns"],
  virtualhost: ["http", "https"],
  httpmethod: ["http", "https", "http_proxy"],
  login: [
    "ftp",
    "imap",
    "imaps",
    "ldap",
    "ldaps",
    "mysql",
    "oracle",
    "pgsql",
    "pop",
    "pops",
    "radius",
    "sip",
  ],
  passwd: ["ftp", "imap", "imaps", "ldap", "ldaps", "mysql", "oracle", "pgsql", "pop", "pops", "radius"],
  database: ["mysql", "oracle", "pgsql"],
  secret: ["radius"],
};

export const unusedSetting = modelRule({
  id: "ldirectord/unused-setting",
  format: ldirectord,
  severity: "warning",
  summary: "A setting of a virtual service should be one that its checks read",
  byAbsence: true,
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals)
      for (const [keyword, statement] of service.settings) {
        const why = whyUnused(service, keyword);
        if (why) report(statement.keyword.at, `${keyword} is not used: ${why}`);
      }
  },
});

function whyUnused(service: VirtualService, keyword: string): string | undefined {
  const { settings } = service;
  const protocol = protocolOf(service);
  if (keyword === "netmask" && !settings.has("persistent"))
    return "it goes with persistent, which is not set";
  if (keyword === "ops" && settings.get("ops")?.args[0]?.value === "yes" && protocol && protocol !== "udp")
    return `it is for udp services, and this one is ${protocol}`;
  const type = checktypeOf(service);
  if (!type) return undefined;
  if (keyword === "checkcommand" && !type.startsWith("external"))
    return `checktype ${type} runs no program, external does`;
  if (keyword === "checkport" && ["ping", "on", "off"].includes(type))
    return `checktype ${type} checks no port`;
  const by = readers[keyword];
  if (!by) return undefined;
  if (!negotiates(type)) return `checktype ${type} does not talk to the service, negotiate does`;
  const spoken = serviceOf(service);
  return spoken && !by.includes(spoken) ? `checks of service ${spoken} do not read it` : undefined;
}
