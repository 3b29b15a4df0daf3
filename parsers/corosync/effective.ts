import { compareVersions, type Version } from "../core/schema.ts";
import type { Setting } from "../core/settings.ts";
import { type Corosync, has, numberOf, textOf, unreadable } from "./model.ts";

/** What corosync makes of the file: values that it computes where the file is silent. Times are milliseconds. */

/** No version named: the newest. */
export const isSince = (version: Version | undefined, first: Version): boolean =>
  !version || compareVersions(version, first) >= 0;

/** Since 3.0 corosync speaks over knet's links, before over rings of UDP multicast. */
export const isKnetAge = (version?: Version): boolean => isSince(version, "3.0");

/** The transport in use; undefined where its value cannot be known. */
export function transportOf({ totem, certain }: Corosync, version?: Version): string | undefined {
  const set = textOf(totem, "transport");
  if (set) return set.value;
  return has(totem, "transport") || !certain ? undefined : isKnetAge(version) ? "knet" : "udp";
}

/** The one family that addresses may have in corosync 3, with the setting that says so; undefined where both may stand. */
export function familyOf({ totem }: Corosync): { family: "IPv4" | "IPv6"; set: Setting<string> } | undefined {
  const version = textOf(totem, "ip_version");
  if (has(totem, "ip_version"))
    return version?.value === "ipv4"
      ? { family: "IPv4", set: version }
      : version?.value === "ipv6"
        ? { family: "IPv6", set: version }
        : undefined;
  const transport = textOf(totem, "transport");
  return transport?.value === "udp" ? { family: "IPv4", set: transport } : undefined;
}

/** The times by which a lost node is found, and what they are made of. */
export interface Timers {
  /** With what token_coefficient adds. */
  readonly token: number;
  /** As written, or the default. */
  readonly base: number;
  readonly coefficient: number;
  /** Nodes of the nodelist. */
  readonly nodes: number;
  readonly consensus: number;
  readonly join: number;
  readonly retransmits: number;
}

/** 0 stands for the default. */
const given = (setting: Setting<number> | undefined, fallback: number): number => setting?.value || fallback;

const timerKeys = ["token", "token_coefficient", "consensus", "join", "token_retransmits_before_loss_const"];

/**
 * As exec/totemconfig.c reckons: token + (nodes − 2) × token_coefficient from three nodes on, consensus 1.2 × token.
 * undefined where a part of it cannot be known.
 */
export function timersOf({ totem, nodes, certain }: Corosync, version?: Version): Timers | undefined {
  if (!certain || timerKeys.some((key) => unreadable(totem, key))) return undefined;
  const base = given(numberOf(totem, "token"), isSince(version, "3.1") ? 3000 : 1000);
  const coefficient = numberOf(totem, "token_coefficient")?.value ?? 650;
  const further = isSince(version, "2.3.4") ? Math.max(0, nodes.length - 2) : 0;
  const token = base + further * coefficient;
  return {
    token,
    base,
    coefficient,
    nodes: nodes.length,
    consensus: given(numberOf(totem, "consensus"), Math.floor(1.2 * token)),
    join: given(numberOf(totem, "join"), 50),
    retransmits: given(numberOf(totem, "token_retransmits_before_loss_const"), 4),
  };
}

/** "3650 ms (3000 + 1 × 650 for 3 nodes)". */
export const tokenText = ({ token, base, coefficient, nodes }: Timers): string =>
  token === base ? `${token} ms` : `${token} ms (${base} + ${nodes - 2} × ${coefficient} for ${nodes} nodes)`;

/** The interval at which an unanswered token is sent again. */
export const retransmitOf = ({ token, retransmits }: Timers): number =>
  Math.floor(token / (retransmits + 0.2));

/** How the cluster counts its votes. */
export interface Votes {
  /** The nodes' votes. */
  readonly nodes: number;
  /** The votes that the device adds; 0 without one. */
  readonly device: number;
  readonly expected: number;
  /** Votes without which nobody acts. */
  readonly quorum: number;
}

/** As votequorum counts; undefined without a nodelist, or where a part cannot be known. */
export function votesOf({ nodes, quorum, device, certain }: Corosync): Votes | undefined {
  const unknown =
    !certain ||
    unreadable(quorum, "expected_votes") ||
    unreadable(device, "votes") ||
    nodes.some((node) => unreadable(node, "quorum_votes"));
  if (unknown || nodes.length === 0) return undefined;
  const sum = nodes.reduce((all, node) => all + (node.votes?.value ?? 1), 0);
  const extra = !has(device, "model") ? 0 : (numberOf(device, "votes")?.value ?? sum - 1);
  const expected = given(numberOf(quorum, "expected_votes"), sum + extra);
  const alone = isOn(numberOf(quorum, "two_node"));
  return { nodes: sum, device: extra, expected, quorum: alone ? 1 : majority(expected) };
}

export const majority = (votes: number): number => Math.floor(votes / 2) + 1;

/** votequorum takes every number but 0 for on. */
export const isOn = (setting: Setting<number> | undefined): boolean => (setting?.value ?? 0) !== 0;

/** What encrypts the packets and proves their sender; undefined where a part cannot be known. */
export function cryptoOf({ totem, certain }: Corosync): { cipher: string; hash: string } | undefined {
  if (
    !certain ||
    ["crypto_cipher", "crypto_hash", "secauth"].some((key) => has(totem, key) && !textOf(totem, key))
  )
    return undefined;
  const secured = textOf(totem, "secauth")?.value === "on";
  return {
    cipher: textOf(totem, "crypto_cipher")?.value ?? (secured ? "aes256" : "none"),
    hash: textOf(totem, "crypto_hash")?.value ?? (secured ? "sha256" : "none"),
  };
}
