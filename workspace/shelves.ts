import { basename, dirname } from "node:path";
import { addTo } from "../parsers/core/remembered.ts";
import type { NodePlan } from "./nodes.ts";
import { labelOf } from "./rows.ts";

/** What the copy of a machine's `/` is called inside the machine's folder: lb1/rootfs/etc. */
const wholeTree = /^(?:rootfs|root|fs|files|filesystem|overlay|sysroot|system|configs?|conf)$/i;

/** The folder that is the machine's own: the tree itself, or the one above where that is called as a machine is. */
const machineFolder = (root: string): string =>
  wholeTree.test(basename(root)) && labelOf(basename(dirname(root))) ? dirname(root) : root;

/** What a machine is called by its folder. */
export const folderName = (root: string): string => basename(machineFolder(root));

/** The folder in which machines stand side by side. */
export const shelfOf = ({ root }: NodePlan): string => dirname(machineFolder(root));

/**
 * Of trees side by side that state one host name, and whose folders are called by it ("lb1-2024-05-01"), all but one are earlier
 * states of the machine: the one that is called by the mere name is not, else the last.
 */
export function earlierStates(nodes: readonly NodePlan[]): ReadonlySet<NodePlan> {
  const states = new Map<string, NodePlan[]>();
  for (const node of nodes) {
    const short = node.name.split(".")[0]!.toLowerCase();
    if (!node.nameAt || !folderName(node.root).toLowerCase().includes(short)) continue;
    addTo(states, node.name, node);
  }
  return new Set([...states.values()].flatMap((same) => same.filter((node) => node !== latest(same))));
}

const latest = (states: readonly NodePlan[]): NodePlan | undefined =>
  states.find(({ root, name }) => folderName(root) === name) ??
  [...states].sort((a, b) => a.root.localeCompare(b.root, "en", { numeric: true })).at(-1);
