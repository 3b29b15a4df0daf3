import type { Word } from "../../parsers/core/tree.ts";
import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { agentId, valueOf } from "./resources.ts";

/** The agents that put an address on an interface, with the parameter that names it. */
const agents = {
  "ocf:heartbeat:IPaddr2": "ip",
  "ocf:heartbeat:IPaddr": "ip",
  "ocf:heartbeat:IPv6addr": "ipv6addr",
} as const;

export const vipAgents: readonly string[] = Object.keys(agents);

/** The address that a primitive brings; undefined: it is of another kind, or the address is not known. */
export function addressOf(model: Pacemaker, primitive: Primitive): Word | undefined {
  const name = Object.entries(agents).find(([id]) => id === agentId(model, primitive))?.[1];
  return name && valueOf(model, primitive, name);
}

/** An address that a resource moves between the nodes. */
export interface Vip {
  readonly primitive: Primitive;
  readonly address: Word;
}

export const vipsOf = (model: Pacemaker): Vip[] =>
  model.primitives.flatMap((primitive) => {
    const address = addressOf(model, primitive);
    return address ? [{ primitive, address }] : [];
  });
