import type { Config } from "../config.ts";
import { type Inventory, membersOf, teamsOf } from "./inventory.ts";

/** Hosts that work together, with the name of their cluster or group; "" where nothing names it. */
export interface NamedTeam {
  readonly name: string;
  readonly hosts: readonly string[];
}

/** Which of the hosts of a role work together: by the clusters of halint.config, else by the groups of the inventory. */
export function teamsFor(
  hosts: readonly string[],
  inventory: Inventory,
  config: Config | undefined,
): readonly NamedTeam[] {
  const listed = [...(config?.clusters ?? [])]
    .map(([name, members]) => ({ name, hosts: hosts.filter((host) => members.includes(host)) }))
    .filter((team) => team.hosts.length > 0);
  const rest = hosts.filter((host) => !listed.some((team) => team.hosts.includes(host)));
  const grouped = rest.length > 0 ? teamsOf(inventory, rest) : [];
  return [...listed, ...grouped.map((some) => ({ name: groupOf(some, inventory), hosts: some }))];
}

const groupOf = (hosts: readonly string[], inventory: Inventory): string =>
  [...inventory.groups.keys()].find((name) => {
    const members = membersOf(inventory, name);
    return (
      name !== "all" &&
      name !== "ungrouped" &&
      members.size === hosts.length &&
      hosts.every((host) => members.has(host))
    );
  }) ?? "";
