import type { Format } from "../../parsers/core/format.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { EnabledService } from "../../parsers/systemd/enabled.ts";
import type { Document } from "../rule.ts";

/** An address that a file gives an interface. */
export interface AddressFact {
  readonly ip: string;
  /** Bits; undefined where the file does not say. */
  readonly prefix?: number;
  /** The real interface: "eth0" for the alias eth0:1, "lo" for lo:0. */
  readonly interface: string;
  /** As written: "lo:0". */
  readonly label: string;
  /** The word of the address. */
  readonly at: Span;
  /** The word of the netmask or prefix, or the address. */
  readonly prefixAt: Span;
}

export interface InterfaceFact {
  /** As written: "eth0", "lo:0". */
  readonly name: string;
  readonly at: Span;
  /** Brought up at boot or when plugged in. */
  readonly auto: boolean;
  readonly method: string;
}

export interface GatewayFact {
  readonly ip: string;
  readonly interface: string;
  readonly at: Span;
}

/** An address that a daemon moves between nodes. */
export interface VipFact {
  readonly ip: string;
  readonly prefix?: number;
  /** The interface it is put on. */
  readonly interface?: string;
  /** The VRRP instance or resource that owns it. */
  readonly owner: string;
  readonly by: "keepalived" | "pacemaker";
  /** Carried in adverts (false for virtual_ipaddress_excluded). */
  readonly advertised: boolean;
  readonly at: Span;
}

/** A line of /etc/hosts: one fact for each name. */
export interface NameFact {
  readonly name: string;
  readonly ip: string;
  readonly at: Span;
  readonly ipAt: Span;
}

export interface MountFact {
  readonly device: string;
  readonly point: string;
  readonly type: string;
  readonly options: readonly string[];
  readonly at: Span;
  readonly by: "fstab" | "rc.local" | "pacemaker";
}

/** A block device that a file provides: /dev/drbd1. */
export interface DeviceFact {
  readonly path: string;
  readonly by: "drbd";
  readonly owner: string;
  readonly at: Span;
}

/** Something that this node listens on. */
export interface PortFact {
  /** undefined: every address. */
  readonly ip?: string;
  readonly port: number;
  readonly protocol: "tcp" | "udp";
  readonly service: string;
  readonly at: Span;
}

/** A service that something starts at boot. */
export interface ServiceFact {
  readonly name: string;
  readonly by: string;
  readonly at: Span;
}

/** A kernel setting as it stands after all files were read in order; `over` are the ones it replaced. */
export interface SysctlFact {
  readonly key: string;
  readonly value: string;
  readonly at: Span;
  readonly over: readonly { readonly value: string; readonly at: Span }[];
}

/** Everything that the files of one machine say, whatever the format, each with the word that stated it. */
export interface Facts {
  /** All interfaces are known: interfaces(5) was read with all that it includes. */
  readonly interfacesKnown: boolean;
  /** All addresses are known as well: none comes from DHCP. */
  readonly addressesKnown: boolean;
  readonly addresses: readonly AddressFact[];
  readonly interfaces: readonly InterfaceFact[];
  readonly gateways: readonly GatewayFact[];
  readonly vips: readonly VipFact[];
  readonly names: readonly NameFact[];
  readonly mounts: readonly MountFact[];
  readonly devices: readonly DeviceFact[];
  readonly ports: readonly PortFact[];
  readonly services: readonly ServiceFact[];
  /** What links among the machine's files start at boot: systemd's and SysV's. */
  readonly enabled: readonly EnabledService[];
  readonly sysctl: ReadonlyMap<string, SysctlFact>;
}

/** One machine. */
export interface Node {
  /** The host name; for a lone file that is nobody's, the name of its folder or "". */
  readonly name: string;
  /** The word that states it: the line of /etc/hostname. */
  readonly nameAt?: Span;
  readonly documents: readonly Document[];
  readonly facts: Facts;
  /** Every file of the machine's tree, read or not, by its path inside the node's root; absent for a lone file. */
  readonly paths?: ReadonlySet<string>;
}

/** The machines that work together. */
export interface Cluster {
  readonly name: string;
  readonly nodes: readonly Node[];
}

/** The documents of one format on this node, with their models typed. */
export const documentsOf = <Model>(node: Node, format: Format<Model>): readonly Document<Model>[] =>
  documentsIn(node.documents, format);

/** The documents of one format among others. */
export const documentsIn = <Model>(
  documents: readonly Document[],
  format: Format<Model>,
): readonly Document<Model>[] =>
  documents.filter((document): document is Document<Model> => document.format.id === format.id);

/** The models of one format among documents. */
export const modelsIn = <Model>(documents: readonly Document[], format: Format<Model>): readonly Model[] =>
  documentsIn(documents, format).map((document) => document.model);

/** The models of one format on this node. */
export const modelsOf = <Model>(node: Node, format: Format<Model>): readonly Model[] =>
  documentsOf(node, format).map((document) => document.model);
