import { compareVersions, type Version } from "../../parsers/core/schema.ts";
import { textOf } from "../../parsers/core/source.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule, type Report } from "../rule.ts";
import { serversOf } from "./servers.ts";

/** Address families and the release they came with (src/tools.c str2sa_range()). */
const families: Readonly<Record<string, Version>> = {
  ...Object.fromEntries("unix ipv4 ipv6 abns fd".split(" ").map((name) => [name, "1.5"])),
  ...Object.fromEntries(
    "uxst uxdg udp udp4 udp6 sockpair tcp tcp4 tcp6 ip".split(" ").map((name) => [name, "2.0"]),
  ),
  ...{ quic4: "2.6", quic6: "2.6", rhttp: "2.9", abnsz: "3.1", mptcp: "3.1", mptcp4: "3.1", mptcp6: "3.1" },
};

export const address = modelRule({
  id: "haproxy/address",
  scope: "section",
  severity: "error",
  summary: "An address must be of a family that haproxy knows, with a port where one is needed",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    const look = (address: Address, use: Use): void => {
      if (!isOrdinary(address)) check(address, use, targets.haproxy, report);
    };
    for (const proxy of model.proxies) {
      for (const { addresses } of proxy.binds)
        for (const one of addresses.length > 1 ? addresses.filter(({ at }) => at.end > at.start) : addresses)
          look(one, "bind");
      for (const one of serversOf(proxy)) if (one.address) look(one.address, "server");
      for (const one of proxy.logs) if (one.address) look(one.address, "log");
    }
  },
});

type Use = "bind" | "server" | "log";

/** A host and one port, as most are: nothing can be wrong with it. */
const isOrdinary = ({ family, port, faults }: Address): boolean =>
  family === undefined &&
  faults.length === 0 &&
  port !== undefined &&
  !port.relative &&
  port.rest === undefined &&
  port.low === port.high &&
  port.low > 0;

function check(
  { family, host, kind, port, at, faults }: Address,
  use: Use,
  version: Version | undefined,
  report: Report,
): void {
  if (textOf(at).includes("$")) return;
  for (const fault of faults) report(fault.at, fault.message);
  const since = family === undefined ? "0" : families[family];
  if (!since) report(at, `haproxy knows no addresses of the family ${family}`);
  else if (version && compareVersions(version, since) < 0)
    report(at, `${family}@ came with haproxy ${since}: ${version} does not know it`);
  if (/4$/.test(family ?? "") && kind === "ip6")
    report(at, `${host} is no IPv4 address, which ${family}@ asks for`);
  if (/6$/.test(family ?? "") && kind === "ip4")
    report(at, `${host} is no IPv6 address, which ${family}@ asks for`);
  if (port?.rest)
    report(
      port.at,
      `${port.rest} behind the port is ${version && compareVersions(version, "2.9") < 0 ? "ignored" : "no part of it"}`,
      {
        daemon: version && compareVersions(version, "2.9") < 0 ? "silent" : "rejects",
      },
    );
  if (kind === "path" || kind === "fd" || family === "rhttp" || faults.length > 0 || at.start === at.end)
    return;
  if (use === "bind" && !port) report(at, "bind needs a port");
  if (use === "bind" && port && !port.relative && port.low === 0)
    report(port.at, "bind cannot listen on port 0");
  if (use === "bind" && port?.relative) report(port.at, "bind takes no port offset");
  if (use !== "bind" && port && port.high > Math.abs(port.low))
    report(port.at, `${use} takes one port, no range`);
}
