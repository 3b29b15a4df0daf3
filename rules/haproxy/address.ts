import { compareVersions, type Version } from "../../parsers/core/schema.ts";
import { type Span, textOf } from "../../parsers/core/source.ts";
import { isIp6, isShortIp4 } from "../../parsers/core/types.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { type Details, modelRule } from "../rule.ts";
import { type Use, usedAddresses } from "./addressUses.ts";

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
  check(model, report, { targets: { haproxy: version } }) {
    for (const { address, use } of usedAddresses(model)) {
      if (isOrdinary(address) || textOf(address.at).includes("$")) continue;
      const found: readonly Found[] = [
        ...address.faults,
        ...familyFaults(address, version),
        ...hostFaults(address, use),
        ...restFaults(address, version),
        ...kindFaults(address, use),
        ...portFaults(address, use, version),
      ];
      const mild = use.since && isBefore(version, use.since) ? { daemon: "silent" as const } : {};
      for (const { at, message, details } of found) report(at, message, { ...details, ...mild });
    }
  },
});

interface Found {
  readonly at: Span;
  readonly message: string;
  readonly details?: Details;
}

const isBefore = (version: Version | undefined, release: Version): boolean =>
  version !== undefined && compareVersions(version, release) < 0;

/** A host and one port, as most are: nothing can be wrong with it. */
const isOrdinary = ({ family, kind, host, port, faults }: Address): boolean =>
  family === undefined &&
  faults.length === 0 &&
  port !== undefined &&
  !port.relative &&
  port.rest === undefined &&
  port.low === port.high &&
  port.low > 0 &&
  (kind !== "name" || !isNoHost(host));

function familyFaults({ family, host, kind, at }: Address, version: Version | undefined): Found[] {
  const since = family === undefined ? "0" : families[family];
  if (!since) return [{ at, message: `haproxy knows no addresses of the family ${family}` }];
  if (isBefore(version, since))
    return [{ at, message: `${family}@ came with haproxy ${since}: ${version} does not know it` }];
  const wrong = kind === "ip6" ? "4" : kind === "ip4" ? "6" : undefined;
  return wrong && family?.endsWith(wrong)
    ? [{ at, message: `${host} is no IPv${wrong} address, which ${family}@ asks for` }]
    : [];
}

/** Numbers that are no address: haproxy takes them for the name of a host. */
const isNumeric = (host: string): boolean => /^[\d.]+$/.test(host) && !isShortIp4(host);

/** What is neither an address nor the name of a host that may be known. */
const isNoHost = (host: string): boolean => /[[\]:]/.test(host) || isNumeric(host);

function hostFaults({ host, kind, at }: Address, { bracketed, mayWait }: Use): Found[] {
  if (kind !== "name" || !isNoHost(host)) return [];
  const whole = textOf(at);
  if (bracketed && isIp6(whole)) return [];
  const message = isIp6(whole)
    ? `${whole} is read as host ${host} and port ${whole.slice(host.length + 1)}: an IPv6 address before a port needs brackets`
    : `${host} is no address${isNumeric(host) ? ", and haproxy looks for a host of that name" : ""}`;
  return [{ at, message, details: mayWait || isNumeric(host) ? { daemon: "silent" } : {} }];
}

/** Before 2.9 haproxy passes over what stands behind the port. */
function restFaults({ port }: Address, version: Version | undefined): Found[] {
  if (!port?.rest) return [];
  const ignored = isBefore(version, "2.9");
  return [
    {
      at: port.at,
      message: `${port.rest} behind the port is ${ignored ? "ignored" : "no part of it"}`,
      details: { daemon: ignored ? "silent" : "rejects" },
    },
  ];
}

const packets = new Set(["udp", "udp4", "udp6", "uxdg"]);
const streams = new Set(["tcp", "tcp4", "tcp6", "uxst", "mptcp", "mptcp4", "mptcp6"]);

const carriedBy = ({ family = "", transport }: Address): string | undefined =>
  transport ?? (packets.has(family) ? "dgram" : streams.has(family) ? "stream" : undefined);

/** Packets or streams, and the kinds of address that a line does not take. */
function kindFaults(address: Address, { title, refuses, refusesPaths, refusesDescriptors }: Use): Found[] {
  const { family, kind, at } = address;
  if (refuses && carriedBy(address) === refuses) {
    const [carries, wants] = refuses === "dgram" ? ["packets", "streams"] : ["streams", "packets"];
    return [{ at, message: `${title} takes addresses for ${wants}, and this one is for ${carries}` }];
  }
  if (kind === "path" && refusesPaths) return [{ at, message: `${title} takes no path of a socket` }];
  return family === "fd" && refusesDescriptors ? [{ at, message: `${title} takes no file descriptor` }] : [];
}

function portFaults(address: Address, use: Use, version: Version | undefined): Found[] {
  const { kind, host, family, port, at, faults } = address;
  if (kind === "path" || kind === "fd" || family === "rhttp" || faults.length > 0 || at.start === at.end)
    return [];
  if (kind === "name" && isNoHost(host)) return [];
  const { title, needsPort, takesRange, takesOffset } = use;
  const needed = needsPort !== undefined && !isBefore(version, needsPort);
  if (!port) return needed ? [{ at, message: `${title} needs a port` }] : [];
  if (port.relative && (!takesOffset || needed))
    return [{ at: port.at, message: `${title} takes no port offset` }];
  if (!port.relative && port.low === 0 && needed) {
    const listens = title.endsWith("bind") || title === "stats socket";
    return [{ at: port.at, message: `${title} cannot ${listens ? "listen on" : "ask"} port 0` }];
  }
  return !takesRange && port.high > Math.abs(port.low)
    ? [{ at: port.at, message: `${title} takes one port, no range` }]
    : [];
}
