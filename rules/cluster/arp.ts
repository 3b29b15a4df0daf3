import type { Span } from "../../parsers/core/source.ts";
import { ifcfg } from "../../parsers/shellvars/index.ts";
import { effectiveConf } from "../../parsers/sysctl/effective.ts";
import { clusterRule, type Report } from "../rule.ts";
import { type AddressFact, documentsOf, type Node, type SysctlFact } from "./model.ts";
import { familyOf, inSubnet } from "./net.ts";
import {
  directorsOf,
  directServers,
  holdings,
  isInternal,
  mentions,
  type VipServer,
} from "./real-servers.ts";
import { sysctlFiles } from "./settings.ts";

/** What a real server must tell the kernel about ARP, and what happens without. */
export interface ArpSetting {
  readonly name: "arp_ignore" | "arp_announce";
  readonly least: number;
  readonly consequence: (vip: string) => string;
}

export const arpRule = (id: string, summary: string, setting: ArpSetting) =>
  clusterRule({
    id,
    severity: "error",
    summary,
    daemon: "silent",
    check(cluster, report) {
      for (const server of directServers(cluster)) checkServer(server, setting, report);
    },
  });

/** An interface on the network of the virtual address; a name alone where the address was learnt elsewhere. */
interface Exposed {
  readonly device: string;
  readonly address?: AddressFact;
}

const byHand = /arp_(?:ignore|announce)|arptables|noarp/;

/**
 * Whether no neighbour on this interface gets an answer for an address that stands on an internal one: ARP gives it
 * unless arp_ignore keeps it from doing so, neighbour discovery of IPv6 never does.
 */
export const keepsToItself = (node: Node, ip: string, device: string): boolean =>
  familyOf(ip) === 6 ||
  mentions(node, byHand) ||
  (effectiveConf(node.facts.sysctl, "arp_ignore", device).value ?? 0) >= 1;

function checkServer(server: VipServer, { name, least, consequence }: ArpSetting, report: Report): void {
  const { node, vip } = server;
  const held = holdings(node, vip).find(isInternal);
  if (!held || familyOf(vip) === 6 || !isWhole(node, held)) return;
  if (mentions(node, byHand)) return;
  const exposed = exposedBy(server);
  if (exposed && !exposed.address && setSomewhere(node, name, least)) return;
  const short = exposed && shortOf(node, name, exposed.device, least);
  if (!exposed || !short) return;
  const { address } = exposed;
  // The address on lo is right: the interface that answers for it is not, or what was set for it.
  report(short.at ?? address?.at ?? held.at, `${short.message(exposed.device)}: ${consequence(vip)}`, {
    related: [
      ...(short.at && address ? [{ at: address.at, message: `${exposed.device} is on its network` }] : []),
      ...directorsOf(server),
    ],
    ...(short.light ? { severity: "warning" as const } : {}),
  });
}

/** What is set nowhere is set by nobody: the files that do it are at hand, and no script that may. */
const isWhole = (node: Node, { at }: AddressFact): boolean =>
  node.facts.interfacesKnown ||
  sysctlFiles(node).length > 0 ||
  (documentsOf(node, ifcfg).some(({ tree }) => tree.source === at.source) &&
    ![...(node.paths ?? [])].some((path) => script.test(path)));

const script = /\/(?:init\.d|sbin|bin|scripts?)\/|\.(?:sh|service)$/;

/** On an interface by its name: it may be the one that is not known. */
const setSomewhere = ({ facts }: Node, name: string, least: number): boolean =>
  [...facts.sysctl].some(
    ([key, { value }]) =>
      key.endsWith(`.${name}`) && !/\.conf\.(?:all|default|lo)\./.test(key) && Number(value) >= least,
  );

function exposedBy({ node, vip, served }: VipServer): Exposed | undefined {
  const address = node.facts.addresses.find(
    (one) => !isInternal(one) && one.prefix !== undefined && inSubnet(vip, one.ip, one.prefix),
  );
  if (address) return { device: address.interface, address };
  const near = served.some(({ balanced, target }) =>
    balanced.node.facts.vips.some(
      ({ ip, prefix }) =>
        ip === balanced.ip?.value &&
        prefix !== undefined &&
        prefix < 32 &&
        inSubnet(target.ip.value, ip, prefix),
    ),
  );
  return near && !node.facts.interfacesKnown ? { device: "the network's interface" } : undefined;
}

/** Why the setting does not reach the interface; undefined where it does. */
interface Short {
  readonly at?: Span;
  readonly message: (device: string) => string;
  readonly light?: boolean;
}

function shortOf({ facts }: Node, name: string, device: string, least: number): Short | undefined {
  const of = (conf: string): SysctlFact | undefined => facts.sysctl.get(`net.ipv4.conf.${conf}.${name}`);
  const enough = (fact: SysctlFact | undefined): boolean => fact !== undefined && Number(fact.value) >= least;
  const { value, deciding } = effectiveConf(withoutDefault(facts.sysctl), name, device);
  if (value !== undefined && value >= least) return undefined;
  const [set] = deciding;
  if (set) return { at: set.at, message: (on) => `${name} is ${value} on ${on}, must be ${least}` };
  if (enough(of("lo")))
    return {
      at: of("lo")!.at,
      message: (on) => `${name} counts on the interface that the question comes in on (${on}), not on lo`,
    };
  if (enough(of("default")))
    return {
      at: of("default")!.at,
      light: true,
      message: (on) => `${name} of default does not reach ${on} where it is there already`,
    };
  return { message: (on) => `${name} is not set for ${on}` };
}

const withoutDefault = (sysctl: ReadonlyMap<string, SysctlFact>): ReadonlyMap<string, SysctlFact> =>
  new Map([...sysctl].filter(([key]) => !key.startsWith("net.ipv4.conf.default.")));
