import type { Statement } from "../../parsers/core/tree.ts";
import { isIp4, isIp6 } from "../../parsers/core/types.ts";
import type { GlobalDefs, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { bareAddress } from "../../parsers/keepalived/types.ts";
import type { Targets } from "../rule.ts";
import { inside, isSince, valueOr, wordsOf } from "./statements.ts";

export type Family = 4 | 6;

export const familyOf = (address: string): Family | undefined =>
  isIp4(bareAddress(address)) ? 4 : isIp6(bareAddress(address)) ? 6 : undefined;

const addressBlocks: ReadonlySet<string> = new Set(["virtual_ipaddress", "unicast_peer"]);
const addressKeywords: ReadonlySet<string> = new Set(["unicast_src_ip", "mcast_src_ip", "mcast_dst_ip"]);

/** The words that must be addresses of the instance's family, in the order in which the daemon reads them. */
export const familyWords = ({ keyword, args, block }: Statement) =>
  addressBlocks.has(keyword.value)
    ? (block?.statements ?? []).map((entry) => wordsOf(entry)[0]!)
    : addressKeywords.has(keyword.value)
      ? args.slice(0, 1)
      : keyword.value === "use_ipvlan"
        ? args.filter(({ value }) => familyOf(value))
        : [];

/** What the addresses of an instance make of it: the first one decides (vrrp_data.c, vrrp_parser.c). */
export interface Family4or6 {
  /** 4 where no address tells. */
  readonly family: Family;
  /** The word that decides; absent where none does. */
  readonly by?: ReturnType<typeof familyWords>[number];
  /** 2 or 3 as the instance states it; native_ipv6 states 3. */
  readonly stated?: number;
}

export function familyAndVersion(instance: VrrpInstance): Family4or6 {
  let family: Family | undefined;
  let by: Family4or6["by"];
  let stated: number | undefined;
  for (const statement of inside(instance)) {
    const { keyword, args } = statement;
    for (const word of familyWords(statement)) {
      const found = word.hole ? undefined : familyOf(word.value);
      if (family || !found) continue;
      family = found;
      by = word;
    }
    if (keyword.value === "native_ipv6" && family !== 4) {
      if (!family) by = keyword;
      family = 6;
      stated = 3;
    }
    const version = keyword.value === "version" ? Number(args[0]?.value) : Number.NaN;
    if ((version === 2 && family !== 6) || version === 3) stated ??= version;
  }
  return { family: family ?? 4, ...(by ? { by } : {}), ...(stated ? { stated } : {}) };
}

/** The VRRP version that the instance speaks: its own, else 3 for IPv6, else the global one. */
export function versionOf(instance: VrrpInstance, globals: GlobalDefs, strict: boolean): number {
  const { family, stated } = familyAndVersion(instance);
  if (family === 6) return stated === 2 && !strict ? 2 : 3;
  return stated ?? globals.vrrpVersion?.value ?? 2;
}

const off: ReadonlySet<string> = new Set(["off", "false", "no"]);

/** Whether the instance keeps to the letter of the RFC. Before 2.3.0 the global vrrp_strict was on with any word after it. */
export function isStrict(
  instance: VrrpInstance,
  { vrrpStrict, blocks }: GlobalDefs,
  targets: Targets,
): boolean {
  if (instance.strictMode) return instance.strictMode.value;
  const statement =
    vrrpStrict?.statement ??
    blocks
      .flatMap((block) => inside({ statement: block }))
      .findLast(({ keyword }) => keyword.value === "vrrp_strict");
  const word = statement?.args[0];
  return !!statement && (!word || !isSince(targets, "2.3.0") || !off.has(word.value));
}

/** The state that the daemon takes: MASTER wins over a later BACKUP; undefined where it is not stated or not known. */
export function stateOf(instance: VrrpInstance): "MASTER" | "BACKUP" | undefined {
  const words = inside(instance).flatMap(({ keyword, args }) =>
    keyword.value === "state" ? args.slice(0, 1) : [],
  );
  if (words.length === 0 || words.some(({ hole }) => hole)) return undefined;
  return words.some(({ value }) => value === "MASTER") ? "MASTER" : "BACKUP";
}

/** The priority of the address owner, whom nobody can outrank. */
export const owner = 255;

/** The priority that the daemon takes: 255 for a MASTER without one, else 100; undefined where it is not known. */
export const priorityOf = (instance: VrrpInstance): number | undefined =>
  valueOr(instance, "priority", instance.priority, stateOf(instance) === "MASTER" ? owner : 100);

/** nopreempt stands, and no later preempt takes it back. */
export const isNopreempt = (instance: VrrpInstance): boolean =>
  inside(instance)
    .filter(({ keyword }) => keyword.value === "nopreempt" || keyword.value === "preempt")
    .at(-1)?.keyword.value === "nopreempt";
